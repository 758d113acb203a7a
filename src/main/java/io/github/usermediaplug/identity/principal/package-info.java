/**
 * The identity mode {@code principal}: the server's own login, and what keeps those out who have
 * not logged in.
 */
package io.github.usermediaplug.identity.principal;
