/** The call policy {@code anyone}. */
package io.github.usermediaplug.policy.anyone;
