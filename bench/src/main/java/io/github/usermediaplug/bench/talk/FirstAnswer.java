package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Running;
import java.util.List;

/** A registered user asks for its peers: where that is answered, the users are there. */
public final class FirstAnswer {

  private FirstAnswer() {}

  /** Waits for it. */
  public static void await(Reactor reactor, Running subject, String user) {
    Room room = new Room(reactor, subject);
    List<Conversation> line = room.open(1, index -> "/meta");
    room.ask(line, index -> Json.object("type", "whoami", "user", user), "res:whoami");
    room.ask(line, index -> Json.object("type", "peers", "user", user), "peers");
  }
}
