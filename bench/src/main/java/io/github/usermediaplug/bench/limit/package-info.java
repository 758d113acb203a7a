/**
 * The container's limit: the least a WebSocket relay can be, with nothing of the product. Each in
 * two forms: with blocking sends, which is the limit, and with asynchronous ones, which is what is
 * left of it where no thread may wait for a client.
 */
package io.github.usermediaplug.bench.limit;
