package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.Meter;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Running;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/** Two users who call each other again and again, the next round as soon as one is through. */
public final class CallLoop {

  private final Meter meter;
  private final LongConsumer took;
  private final boolean rejects;
  private final Line caller;
  private final Line callee;
  private final ByteBuffer call;
  private final ByteBuffer answer;
  private final ByteBuffer unpair;
  private long begun;

  private CallLoop(Users users, int first, boolean rejects, Meter meter, LongConsumer took) {
    this.meter = meter;
    this.took = took;
    this.rejects = rejects;
    caller = users.lines().get(first).line();
    callee = users.lines().get(first + 1).line();
    call = Frames.text(users.step("call", first, first + 1));
    answer = Frames.text(users.step(rejects ? "reject" : "accept", first + 1, first));
    unpair = Frames.text(users.step("unpair", first, first + 1));
  }

  /**
   * Starts so many pairs.
   *
   * @param rejects whether a round is {@code call} and {@code reject}, else {@code call}, {@code
   *     accept} and {@code unpair}
   * @param meter counts the rounds
   * @param took told how long each took, in nanoseconds
   */
  public static void start(
      Reactor reactor,
      Running subject,
      int pairs,
      boolean rejects,
      Meter meter,
      LongConsumer took) {
    Users users =
        Users.arrive(new Room(reactor, subject), rejects ? "rejecting" : "accepting", 2 * pairs);
    for (int pair = 0; pair < pairs; pair++) {
      new CallLoop(users, 2 * pair, rejects, meter, took).begin();
    }
  }

  private void begin() {
    caller.listen(new Hearing("a caller", meter, this::callerHears));
    callee.listen(new Hearing("a callee", meter, this::calleeHears));
    next();
  }

  private void next() {
    begun = System.nanoTime();
    caller.send(call);
  }

  private void callerHears(String text) {
    if (rejects) {
      if (Json.isType(text, "reject")) {
        through();
      }
    } else if (Json.isType(text, "force-call")) {
      caller.send(unpair);
    } else if (Json.isType(text, "res") && Json.field(text, "for").equals("unpair")) {
      through();
    }
  }

  private void calleeHears(String text) {
    if (Json.isType(text, "call")) {
      callee.send(answer);
    }
  }

  private void through() {
    meter.count(1);
    took.accept(System.nanoTime() - begun);
    next();
  }
}
