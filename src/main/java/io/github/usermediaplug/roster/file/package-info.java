/** The users in one JSON file, as the seed has it. */
package io.github.usermediaplug.roster.file;
