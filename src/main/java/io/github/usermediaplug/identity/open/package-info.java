/** The identity mode {@code open}. */
package io.github.usermediaplug.identity.open;
