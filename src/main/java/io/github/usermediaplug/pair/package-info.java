/**
 * Two users who talk: from <i>paired</i> to <i>unpaired</i>. The two CDI events are the seam: the
 * media bridge observes them, and so may any bean of a host application.
 */
package io.github.usermediaplug.pair;
