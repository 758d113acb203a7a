package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.LineListener;
import io.github.usermediaplug.bench.load.Pacer;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Running;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Users who do what users do, at a fixed pace and well within the limits that the product has by
 * default: 20 set their statuses five times a second each, six take on a peer or drop it, ten times
 * a second in all, and four call four others once a second each. How long a reply takes counts from
 * when its message was due.
 */
public final class HonestUsers {

  private static final int TALKERS = 20;
  private static final int WRITERS = 6;
  private static final int CALLS = 4;
  private static final double PER_SECOND = 100;
  private static final int CHANGE_EVERY = 10;
  private static final int CALL_EVERY = 25;
  private static final int LONG_EVERY = 5;
  private static final long GRACE_NANOS = 3_000_000_000L;

  private final Reactor reactor;
  private final Tally tally = new Tally();
  private final List<Line> lines = new ArrayList<>();
  private final List<Asking> talkers = new ArrayList<>();
  private final List<Asking> writers = new ArrayList<>();
  private final List<HonestCall> calls = new ArrayList<>();
  private Pacer pacer;
  private int ticks;

  private HonestUsers(Reactor reactor) {
    this.reactor = reactor;
  }

  /** They come in. */
  public static HonestUsers enter(Reactor reactor, Running subject) {
    HonestUsers honest = new HonestUsers(reactor);
    Users users =
        Users.arriveInTwos(new Room(reactor, subject), "honest", TALKERS + WRITERS + 2 * CALLS);
    users.lines().forEach(one -> honest.lines.add(one.line()));
    for (int user = 0; user < TALKERS; user++) {
      honest.talkers.add(honest.talker(users, user));
    }
    for (int user = TALKERS; user < TALKERS + WRITERS; user++) {
      honest.writers.add(honest.writer(users, user));
    }
    for (int user = TALKERS + WRITERS; user < users.lines().size(); user += 2) {
      honest.calls.add(
          new HonestCall(
              reactor,
              subject,
              honest.tally,
              true,
              users.name(user),
              honest.lines.get(user),
              users.name(user + 1),
              honest.lines.get(user + 1)));
    }
    return honest;
  }

  /** Each fifth status comes in several parts. */
  private Asking talker(Users users, int user) {
    List<ByteBuffer> statuses = new ArrayList<>();
    for (int i = 0; i < LONG_EVERY; i++) {
      statuses.add(Frames.text(status(users.name(user), "status " + i)));
    }
    String longer =
        Json.object(
            "type",
            "status",
            "user",
            users.name(user),
            "status",
            "more",
            "note",
            "x".repeat(3 << 10));
    statuses.set(0, Frames.textInParts(longer, 1 << 10));
    return new Asking(users.name(user), lines.get(user), tally, statuses);
  }

  private static String status(String user, String status) {
    return Json.object("type", "status", "user", user, "status", status);
  }

  private Asking writer(Users users, int user) {
    return new Asking(
        users.name(user),
        lines.get(user),
        tally,
        List.of(
            Frames.text(users.peers("add-peers", user, "somebody")),
            Frames.text(users.peers("del-peers", user, "somebody"))));
  }

  /** All their lines to {@code /meta}. */
  public List<Line> lines() {
    return lines;
  }

  /** What has become of their calls. */
  public Tally tally() {
    return tally;
  }

  /** They begin. */
  public void start() {
    ticks = 0;
    pacer = new Pacer(PER_SECOND, this::tick);
  }

  /**
   * They come to an end, in the reactor's thread: all that is under way gets three seconds more, a
   * call its five. A reply that is still missing then counts as three seconds.
   */
  public Window stop() {
    pacer.stop();
    long end = System.nanoTime() + GRACE_NANOS;
    while (asking().anyMatch(one -> !one.due.isEmpty()) && System.nanoTime() < end) {
      reactor.pumpTo(System.nanoTime() + 1_000_000);
    }
    while (!calls.stream().allMatch(HonestCall::isThrough)) {
      reactor.pumpTo(System.nanoTime() + 1_000_000);
    }
    calls.forEach(HonestCall::giveUp);
    asking().forEach(Asking::giveUp);
    long unanswered = asking().mapToLong(Asking::takeUnanswered).sum();
    return new Window(taken(talkers), taken(writers), unanswered);
  }

  private Stream<Asking> asking() {
    return Stream.concat(talkers.stream(), writers.stream());
  }

  private static Histogram taken(List<Asking> some) {
    Histogram all = new Histogram(3);
    some.forEach(one -> all.add(one.take()));
    return all;
  }

  private void tick(long due) {
    talkers.get(ticks % TALKERS).ask(due);
    if (ticks % CHANGE_EVERY == 0) {
      writers.get(ticks / CHANGE_EVERY % WRITERS).ask(due);
    }
    if (ticks % CALL_EVERY == 0) {
      calls.get(ticks / CALL_EVERY % CALLS).begin();
    }
    ticks++;
  }

  /**
   * What came of it since they began.
   *
   * @param replies how long one to a status took, in nanoseconds
   * @param changes how long a durable change took
   * @param unanswered how many of either have got no reply, or a refusal
   */
  public record Window(Histogram replies, Histogram changes, long unanswered) {}

  /** Says the same few messages by turns. Pacer and reactor have a thread each. */
  private static final class Asking implements LineListener {

    private final String user;
    private final Line line;
    private final Tally tally;
    private final List<ByteBuffer> messages;
    private final Queue<Long> due = new ConcurrentLinkedQueue<>();
    private int asked; // by the pacer

    // By the reactor.
    private Histogram histogram = new Histogram(3);
    private int givenUp;
    private long unanswered;

    private Asking(String user, Line line, Tally tally, List<ByteBuffer> messages) {
      this.user = user;
      this.line = line;
      this.tally = tally;
      this.messages = messages;
      line.listen(this);
    }

    private void ask(long dueNanos) {
      due.add(dueNanos);
      line.send(messages.get(asked++ % messages.size()));
    }

    @Override
    public void text(Line from, String text) {
      if (!Json.isType(text, "res")) {
        return;
      }
      if (givenUp > 0) {
        givenUp--;
      } else if (text.contains("\"ok\":false")) {
        tally.trouble(user + " was refused: " + text);
        due.remove();
        miss();
      } else {
        histogram.recordValue(System.nanoTime() - due.remove());
      }
    }

    @Override
    public void closed(Line from, String reason) {
      tally.trouble("the line of " + user + " ended: " + reason);
    }

    private void giveUp() {
      while (due.poll() != null) {
        givenUp++;
        miss();
      }
    }

    private void miss() {
      unanswered++;
      histogram.recordValue(GRACE_NANOS);
    }

    private long takeUnanswered() {
      long taken = unanswered;
      unanswered = 0;
      return taken;
    }

    private Histogram take() {
      Histogram taken = histogram;
      histogram = new Histogram(3);
      return taken;
    }
  }
}
