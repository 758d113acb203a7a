/** What was measured, as values, and the arithmetic that makes ratios of them. */
package io.github.usermediaplug.bench.result;
