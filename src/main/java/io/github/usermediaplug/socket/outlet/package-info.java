/**
 * The seam to containers that write without waiting by a shorter way than the API's. On Tomcat the
 * asynchronous send of Jakarta WebSocket has a thread of the pool tell of each message that it has
 * been written, even where TCP took it at once.
 */
package io.github.usermediaplug.socket.outlet;
