package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.LineListener;
import io.github.usermediaplug.bench.load.Meter;
import io.github.usermediaplug.bench.load.Pacer;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.load.Stopwatch;
import io.github.usermediaplug.bench.talk.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * A steady load on some pairs, as of live media: far below what they can carry, so that what is
 * measured is how long a message takes, not how long the queue is.
 */
final class PacedLoad {

  static final int PAIRS = 50;
  static final int PAYLOAD = 4 << 10;

  private static final int HURRY = 4;
  private static final double SETTLING_FACTOR = 2;

  /**
   * Of the measured time too: in four seconds one pause of a collector is more than one percent.
   */
  private static final double MEASURED_FACTOR = 3;

  private static final double PER_SECOND = PAIRS * 50;
  private static final long GRACE_NANOS = 3_000_000_000L;

  private final Reactor reactor;
  private final List<Pair> pairs;
  private final Stopwatch stopwatch = new Stopwatch(new Meter(), PAYLOAD);

  PacedLoad(Reactor reactor, List<Pair> pairs) {
    this.reactor = reactor;
    this.pairs = pairs;
    for (Pair pair : pairs) {
      pair.receiver().listen(stopwatch);
      pair.sender().listen(LineListener.NONE);
    }
  }

  /** All that these pairs are connected by. */
  List<Line> lines() {
    return pairs.stream()
        .flatMap(
            pair -> Stream.concat(Stream.of(pair.sender(), pair.receiver()), pair.metas().stream()))
        .toList();
  }

  static double settlingSeconds(Pace pace) {
    return SETTLING_FACTOR * pace.warmUpSeconds();
  }

  static double measuredSeconds(Pace pace) {
    return MEASURED_FACTOR * pace.measuredSeconds();
  }

  /**
   * For compilers: at its own pace the load is so light that they take half a minute to see what is
   * hot, and on few cores each of their turns is one that the load waits for.
   */
  Window hurry(Pace pace) {
    return run(settlingSeconds(pace), HURRY * PER_SECOND);
  }

  /** At the pace, uncounted, after something has kept the subject busier than that. */
  Window settle(Pace pace) {
    return run(settlingSeconds(pace), PER_SECOND);
  }

  /**
   * Sends for the measured time, then waits until all has come; what has not come three seconds
   * later is counted as having taken that long.
   */
  Window measure(Pace pace) {
    return run(measuredSeconds(pace), PER_SECOND);
  }

  private Window run(double seconds, double perSecond) {
    List<Double> p99s = new ArrayList<>();
    Histogram latency = new Histogram(3);
    Histogram lateness;
    try (Pacer pacer = new Pacer(pairs.stream().map(Pair::sender).toList(), PAYLOAD, perSecond)) {
      long begun = System.nanoTime();
      for (int second = 1; second <= Math.ceil(seconds); second++) {
        reactor.pumpTo(begun + (long) (Math.min(second, seconds) * 1e9));
        Histogram some = stopwatch.take();
        p99s.add(some.getValueAtPercentile(99) / 1e6);
        latency.add(some);
      }
      lateness = pacer.stop();
    }
    long end = System.nanoTime() + GRACE_NANOS;
    long sent = lateness.getTotalCount();
    while (latency.getTotalCount() < sent && System.nanoTime() < end) {
      reactor.pumpTo(System.nanoTime() + 1_000_000);
      latency.add(stopwatch.take());
    }
    long missing = sent - latency.getTotalCount();
    if (missing > 0) {
      latency.recordValueWithCount(GRACE_NANOS, missing);
    }
    return new Window(latency, lateness, missing, p99s);
  }

  /**
   * What came of it.
   *
   * @param latency from when each message was due, in nanoseconds
   * @param lateness of the sending itself, a part of the latency
   * @param missing how many messages have not come
   * @param p99s of each second, in milliseconds
   */
  record Window(Histogram latency, Histogram lateness, long missing, List<Double> p99s) {

    double millis(double percentile) {
      return latency.getValueAtPercentile(percentile) / 1e6;
    }
  }
}
