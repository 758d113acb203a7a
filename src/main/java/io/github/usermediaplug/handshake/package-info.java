/** What both doors do while a client shakes hands, whether or not a filter has seen it. */
package io.github.usermediaplug.handshake;
