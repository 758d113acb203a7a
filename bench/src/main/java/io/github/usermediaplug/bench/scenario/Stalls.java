package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.LineListener;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.measure.Heap;
import io.github.usermediaplug.bench.measure.ProcessClock;
import io.github.usermediaplug.bench.subject.Role;
import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.subject.Subject;
import io.github.usermediaplug.bench.talk.Pair;
import io.github.usermediaplug.bench.talk.Pairs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * (g): receivers that stop reading, while their senders send on whatever credit they have; what it
 * takes, and what the pairs beside them feel.
 */
public final class Stalls implements Scenario {

  private static final int PAYLOAD = 64 << 10;
  private static final long WITHOUT_END = 1L << 50;
  private static final double LONGEST_FLOOD_SECONDS = 15;
  private static final int REHEARSING = 40;

  /**
   * What stalled receivers have outstanding lies in parts of the heap that were never used before;
   * the system hands their pages out within the collector's pauses, ten times as long then.
   */
  private static final String HEAP_TOUCHED = "-XX:+AlwaysPreTouch";

  @Override
  public String id() {
    return "g";
  }

  @Override
  public String title() {
    return "receivers that stop reading, beside the load of (c)";
  }

  @Override
  public boolean suits(Subject subject) {
    return subject.role() == Role.PRODUCT || subject.role() == Role.LIMIT;
  }

  @Override
  public double nominalSeconds(Subject subject, Pace pace) {
    int windows = 1 + pace.stalledPairs().size();
    return PacedLoad.settlingSeconds(pace)
        + windows * (PacedLoad.settlingSeconds(pace) + PacedLoad.measuredSeconds(pace) + 5);
  }

  @Override
  public void measure(Trial trial) throws IOException {
    try (Running subject = trial.start(HEAP_TOUCHED);
        Reactor reactor = new Reactor()) {
      PacedLoad healthy =
          new PacedLoad(reactor, Pairs.make(reactor, subject, "healthy", PacedLoad.PAIRS));
      rehearse(reactor, subject);
      healthy.hurry(trial.pace());
      window(trial, healthy, 0);
      long before = new ProcessClock(subject.pid()).residentKib();
      List<Line> senders = new ArrayList<>();
      for (int stalled : trial.pace().stalledPairs()) {
        senders.addAll(
            senders(stall(reactor, subject, "stalled" + stalled, stalled - senders.size())));
        awaitStandstill(reactor, senders);
        window(trial, healthy, stalled);
        long after = new ProcessClock(subject.pid()).residentKib();
        trial.figure("RSS more with " + stalled, "MiB", (after - before) / 1024.0);
        trial.figure("taken in with " + stalled, "MiB", taken(senders) / 1048576.0);
        trial.figure(
            "live heap with " + stalled, "MiB", new Heap(subject.pid()).liveKib() / 1024.0);
      }
    }
  }

  private static void window(Trial trial, PacedLoad healthy, int stalled) {
    List<Double> p99s = new ArrayList<>(healthy.settle(trial.pace()).p99s());
    int settling = p99s.size();
    PacedLoad.Window window = healthy.measure(trial.pace());
    p99s.addAll(window.p99s());
    trial.series("p99 with " + stalled, "ms", 1, settling, p99s);
    trial.figure("p50 with " + stalled, "ms", window.millis(50));
    trial.figure("p99 with " + stalled, "ms", window.millis(99));
    trial.figure("not delivered with " + stalled, "messages", window.missing());
  }

  /**
   * What a flood makes hot is as much to be warmed up as the rest; and well before what is
   * measured, since its pairs outlive their connections by ten seconds.
   */
  private static void rehearse(Reactor reactor, Running subject) {
    List<Pair> pairs = stall(reactor, subject, "rehearsing", REHEARSING);
    awaitStandstill(reactor, senders(pairs));
    pairs.forEach(pair -> pair.sender().close());
    pairs.forEach(pair -> pair.receiver().close());
  }

  private static List<Pair> stall(Reactor reactor, Running subject, String name, int count) {
    List<Pair> pairs = Pairs.make(reactor, subject, name, count);
    ByteBuffer batch = Frames.batch(PAYLOAD, 4);
    for (Pair pair : pairs) {
      pair.receiver().listen(LineListener.NONE);
      pair.receiver().stopReading();
      pair.sender().listen(LineListener.NONE);
    }
    pairs.forEach(pair -> pair.sender().stream(batch, PAYLOAD, WITHOUT_END));
    return pairs;
  }

  private static List<Line> senders(List<Pair> pairs) {
    return pairs.stream().map(Pair::sender).toList();
  }

  /** The flood comes in at full speed; what is asked is how the others fare once it stands. */
  private static void awaitStandstill(Reactor reactor, List<Line> senders) {
    long end = System.nanoTime() + (long) (LONGEST_FLOOD_SECONDS * 1e9);
    long before = -1;
    long now = taken(senders);
    while (now != before && System.nanoTime() < end) {
      reactor.pumpTo(System.nanoTime() + 500_000_000);
      before = now;
      now = taken(senders);
    }
  }

  private static long taken(List<Line> senders) {
    return senders.stream().mapToLong(Line::streamed).sum();
  }
}
