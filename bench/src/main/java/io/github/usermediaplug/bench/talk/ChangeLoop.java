package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.Meter;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Running;
import java.nio.ByteBuffer;

/** A user who takes on a peer and drops it again, by turns, the next as soon as one is durable. */
public final class ChangeLoop {

  private final Line line;
  private final Meter meter;
  private final ByteBuffer add;
  private final ByteBuffer drop;
  private boolean has;

  private ChangeLoop(Users users, int user, Meter meter) {
    this.line = users.lines().get(user).line();
    this.meter = meter;
    this.add = Frames.text(users.peers("add-peers", user, "somebody"));
    this.drop = Frames.text(users.peers("del-peers", user, "somebody"));
  }

  /** Starts so many users; the meter counts the changes. */
  public static void start(Reactor reactor, Running subject, int users, Meter meter) {
    Users all = Users.arrive(new Room(reactor, subject), "writer-of-" + users, users);
    for (int user = 0; user < users; user++) {
      ChangeLoop loop = new ChangeLoop(all, user, meter);
      loop.line.listen(new Hearing("a writer", meter, loop::done));
      loop.next();
    }
  }

  private void done(String reply) {
    meter.count(1);
    next();
  }

  private void next() {
    line.send(has ? drop : add);
    has = !has;
  }
}
