/** What is done to a subject, and what is measured meanwhile: (a) to (h) of the report. */
package io.github.usermediaplug.bench.scenario;
