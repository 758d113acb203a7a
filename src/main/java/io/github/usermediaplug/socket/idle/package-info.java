/**
 * The seam to what containers do about sessions that say nothing. Here a heartbeat tells who is
 * silent, so containers are to do nothing; Tyrus does much even then.
 */
package io.github.usermediaplug.socket.idle;
