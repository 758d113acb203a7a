/** What both doors do with a WebSocket session: put parts together, write in turn, close. */
package io.github.usermediaplug.socket;
