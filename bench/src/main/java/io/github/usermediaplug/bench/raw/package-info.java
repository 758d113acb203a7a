/** The physical limit: a relay of bytes. */
package io.github.usermediaplug.bench.raw;
