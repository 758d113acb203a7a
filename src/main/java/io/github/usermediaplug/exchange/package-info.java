/**
 * How threads work together: the one turn in which presence, calls and pairs change, and the few
 * threads of the deployment's own.
 */
package io.github.usermediaplug.exchange;
