/** The one list of settings, typed and checked at start. Depends on no other package. */
package io.github.usermediaplug.config;
