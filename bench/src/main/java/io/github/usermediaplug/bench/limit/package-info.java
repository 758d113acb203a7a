/**
 * The container's limit: the least a WebSocket relay can be, with nothing of the product. Runs in a
 * server, so each class here stands alone.
 */
package io.github.usermediaplug.bench.limit;
