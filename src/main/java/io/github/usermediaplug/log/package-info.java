/** What is said in the server's log. */
package io.github.usermediaplug.log;
