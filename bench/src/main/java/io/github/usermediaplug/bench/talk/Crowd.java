package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Role;
import io.github.usermediaplug.bench.subject.Running;

/** Users who only are there. */
public final class Crowd {

  private Crowd() {}

  /**
   * Some more come in: on a broker each says who it is, on a server without one it has connected.
   *
   * @param from how many are there
   * @param to how many are to be there
   */
  public static void grow(Reactor reactor, Running subject, int from, int to) {
    Room room = new Room(reactor, subject);
    if (subject.subject().role() == Role.LIMIT) {
      room.open(to - from, line -> "/idle");
    } else {
      Users.identify(room, "idle", from, to);
    }
  }
}
