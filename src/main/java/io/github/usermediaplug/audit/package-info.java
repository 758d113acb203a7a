/** A log of who talked with whom. Observes the pairs like any bean of a host application. */
package io.github.usermediaplug.audit;
