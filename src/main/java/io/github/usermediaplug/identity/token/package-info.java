/**
 * The identity mode {@code token}: a JSON Web Token (RFC 7519) that the host application signed
 * proves the user.
 */
package io.github.usermediaplug.identity.token;
