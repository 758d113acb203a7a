/** The benchmark's command line, and the order in which it measures. */
package io.github.usermediaplug.bench;
