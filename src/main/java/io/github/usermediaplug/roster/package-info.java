/**
 * The users and their peers. {@link io.github.usermediaplug.roster.UserStore} is a plug point: a
 * host application replaces it with an alternative bean of its own.
 */
package io.github.usermediaplug.roster;
