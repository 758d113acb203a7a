/** What is said to a subject before and beside the load: how pairs come to be, calls, changes. */
package io.github.usermediaplug.bench.talk;
