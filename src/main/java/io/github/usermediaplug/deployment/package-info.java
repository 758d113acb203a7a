/** The beginning and the end of one deployment. */
package io.github.usermediaplug.deployment;
