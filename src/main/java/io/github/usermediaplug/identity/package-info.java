/**
 * Who a connection is. {@link io.github.usermediaplug.identity.Identity} is a plug point: a host
 * application replaces it with an alternative bean of its own.
 */
package io.github.usermediaplug.identity;
