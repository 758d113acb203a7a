/** A module beside the WAR: hears of pairs and asks for presence across the module boundary. */
package io.github.usermediaplug.ear.observer;
