/** What came of a run, on a page, in files, and against the targets. */
package io.github.usermediaplug.bench.report;
