/**
 * Attacks by clients that keep to the rate limits, each a plain loop that ends by itself; what they
 * do to others is measured elsewhere. Each goes through what the issue on them calls a row.
 */
package io.github.usermediaplug.bench.attack;
