/** The WAR's side of the bridge to the other modules: both worlds' classes meet here only. */
package io.github.usermediaplug.ear.web;
