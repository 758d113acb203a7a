/** The call policy {@code peers-only}. */
package io.github.usermediaplug.policy.peersonly;
