/** What is measured, and how each of them is started as a process of its own. */
package io.github.usermediaplug.bench.subject;
