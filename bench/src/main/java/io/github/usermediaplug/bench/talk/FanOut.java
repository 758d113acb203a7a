package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.Meter;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Running;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/** One user with many peers, who changes status as soon as all of them know of the last change. */
public final class FanOut {

  private final Line star;
  private final Meter meter;
  private final int peers;
  private final ByteBuffer status;
  private int heard;

  private FanOut(Users stars, Meter meter, int peers) {
    this.star = stars.lines().get(0).line();
    this.meter = meter;
    this.peers = peers;
    this.status = Frames.text(stars.online(0));
  }

  /** Starts it; the meter counts what reaches a peer. */
  public static void start(Reactor reactor, Running subject, int peers, Meter meter) {
    Room room = new Room(reactor, subject);
    Users fans = Users.arrive(room, "fan", peers);
    Users stars =
        Users.arrive(
            room, "star", 1, IntStream.range(0, peers).mapToObj(fans::name).toArray(String[]::new));
    // They are to have heard of the star's arrival before what they hear counts.
    room.await(fans.lines(), "the star's status", one -> one.hasHeard("status"));
    FanOut fanOut = new FanOut(stars, meter, peers);
    fans.lines().forEach(fan -> fan.line().listen(new Hearing("a peer", meter, fanOut::heard)));
    fanOut.star.listen(new Hearing("the star", meter, reply -> {}));
    fanOut.star.send(fanOut.status);
  }

  private void heard(String text) {
    if (!Json.isType(text, "status")) {
      return;
    }
    meter.count(1);
    if (++heard == peers) {
      heard = 0;
      star.send(status);
    }
  }
}
