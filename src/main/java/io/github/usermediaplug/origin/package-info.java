/** Keeps other sites' scripts out, before a handshake reaches a door. */
package io.github.usermediaplug.origin;
