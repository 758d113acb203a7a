/** How many connections there may be and how fast they may talk, whoever they are. */
package io.github.usermediaplug.limit;
