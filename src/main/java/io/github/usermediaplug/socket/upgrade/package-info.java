/**
 * The seam to containers that read a connection's bytes before its WebSocket is ready for them.
 * Tyrus does so where the first frame comes in one packet with the handshake.
 */
package io.github.usermediaplug.socket.upgrade;
