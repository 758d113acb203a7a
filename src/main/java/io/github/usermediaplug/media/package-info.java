/**
 * The door {@code /media} and the bridges behind it, which the pairs' events put up and take down.
 */
package io.github.usermediaplug.media;
