/**
 * A model of the broker, and players that do to a real server what they do to the model. One step
 * at a time: so the model knows exactly what each line must hear, and nothing else.
 */
package io.github.usermediaplug.it.model;
