/** What is read off the machine: processor time, memory, noise. */
package io.github.usermediaplug.bench.measure;
