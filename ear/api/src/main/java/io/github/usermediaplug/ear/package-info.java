/**
 * What the modules of the EAR share, in its {@code lib}. No class of user-media-plug is here: those
 * are in the WAR, where only the WAR sees them.
 */
package io.github.usermediaplug.ear;
