/** Lets the WAR for Tomcat run by itself, with a Tomcat inside. */
package io.github.usermediaplug.launcher;
