/**
 * The load generator: one thread, one selector, frames prepared beforehand. The same for every
 * subject; what differs is a {@link io.github.usermediaplug.bench.load.Greeting}.
 */
package io.github.usermediaplug.bench.load;
