/** The page of our own WAR. A host's pages are the host's: nothing here is in force there. */
package io.github.usermediaplug.page;
