/** Load on the product's store from inside the server, by the product's public API. */
package io.github.usermediaplug.bench.store;
