/** The door {@code /meta}: takes each client message in its order to the room that answers it. */
package io.github.usermediaplug.meta;
