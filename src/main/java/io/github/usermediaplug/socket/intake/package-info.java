/**
 * The seam to containers that can pause reading one connection, so that TCP slows a sender down
 * where its receiver is slower. Nothing in Jakarta WebSocket 2.1 can; without it a sender that
 * overruns the backlog loses its pair.
 */
package io.github.usermediaplug.socket.intake;
