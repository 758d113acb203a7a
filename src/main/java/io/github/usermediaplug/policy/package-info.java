/**
 * Who may call whom, and who may see who is there. {@link
 * io.github.usermediaplug.policy.CallPolicy} is a plug point: a host application replaces it with
 * an alternative bean of its own.
 */
package io.github.usermediaplug.policy;
