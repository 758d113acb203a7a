package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.talk.HonestUsers;
import io.github.usermediaplug.bench.talk.Pairs;
import io.github.usermediaplug.bench.talk.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** The load of (c), and beside it users who set statuses, change their peers and call. */
final class HonestLoad {

  private final PacedLoad media;
  private final HonestUsers users;
  private final List<Line> lines;

  private HonestLoad(PacedLoad media, HonestUsers users) {
    this.media = media;
    this.users = users;
    lines = new ArrayList<>(media.lines());
    lines.addAll(users.lines());
  }

  /** All come in. */
  static HonestLoad enter(Reactor reactor, Running subject) {
    return new HonestLoad(
        new PacedLoad(reactor, Pairs.make(reactor, subject, "caller", PacedLoad.PAIRS)),
        HonestUsers.enter(reactor, subject));
  }

  /** Until it is warm. */
  void warmUp(Pace pace) {
    window(pace, media::hurry);
    settle(pace);
  }

  /** Goes on, uncounted but for what is lost. */
  void settle(Pace pace) {
    window(pace, media::settle);
  }

  Window measure(Pace pace) {
    return window(pace, media::measure);
  }

  Tally calls() {
    return users.tally();
  }

  /** Why lines have ended, for each that has. */
  List<String> endings() {
    return lines.stream().map(Line::ending).filter(Objects::nonNull).toList();
  }

  private Window window(Pace pace, Function<Pace, PacedLoad.Window> load) {
    users.start();
    PacedLoad.Window ofMedia = load.apply(pace);
    HonestUsers.Window ofUsers = users.stop();
    return new Window(
        ofMedia.latency(),
        ofUsers.replies(),
        ofUsers.changes(),
        ofMedia.missing(),
        ofUsers.unanswered());
  }

  /**
   * What came of it; all times in nanoseconds from when something was due.
   *
   * @param media of media messages
   * @param replies to statuses
   * @param changes to durable changes
   * @param missing media messages that have not come
   * @param unanswered messages on {@code /meta} that were refused or got no reply
   */
  record Window(
      Histogram media, Histogram replies, Histogram changes, long missing, long unanswered) {}
}
