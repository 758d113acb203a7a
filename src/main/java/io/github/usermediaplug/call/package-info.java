/** Calls while they ring, from {@code call} to their one end: accept, reject or cancel. */
package io.github.usermediaplug.call;
