package io.github.usermediaplug.presence;

/** How a connection came in as its user. */
public sealed interface Arrival {

  /** It is one of the user's now. */
  record Joined() implements Arrival {}

  /** It stands in the place of an older one, which is to be closed. */
  record TookOver(Connection old) implements Arrival {}

  /** Another live connection has the name, or too many have. */
  record Taken() implements Arrival {}
}
