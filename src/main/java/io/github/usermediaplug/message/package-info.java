/**
 * What crosses {@code /meta}: a sealed family of client messages with one decoder a schema, and the
 * server's messages with their encoder. Depends on no other package.
 */
package io.github.usermediaplug.message;
