package io.github.usermediaplug.it.model;

import java.util.stream.Stream;

/** Two users, the first of whom does something to the second. */
record Two(Person user, Person peer) {
  Two swapped() {
    return new Two(peer, user);
  }

  Stream<Two> bothWays() {
    return Stream.of(this, swapped());
  }
}
