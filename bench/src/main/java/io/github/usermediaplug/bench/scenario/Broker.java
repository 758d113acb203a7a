package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.load.Meter;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Role;
import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.subject.Subject;
import io.github.usermediaplug.bench.talk.CallLoop;
import io.github.usermediaplug.bench.talk.FanOut;
import java.io.IOException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.HdrHistogram.Histogram;

/** (e): how many calls a second, and how many users hear of a status. */
public final class Broker implements Scenario {

  private static final int PAIRS = 50;
  private static final int PEERS = 100;

  @Override
  public String id() {
    return "e";
  }

  @Override
  public String title() {
    return "calls of 50 pairs, status to 100 peers";
  }

  @Override
  public boolean suits(Subject subject) {
    return !Set.of(Role.RAW, Role.NODE_RELAY, Role.STORE).contains(subject.role());
  }

  @Override
  public double nominalSeconds(Subject subject, Pace pace) {
    return 3 * (pace.warmUpSeconds() + pace.measuredSeconds());
  }

  @Override
  public void measure(Trial trial) throws IOException {
    try (Running subject = trial.start()) {
      rounds(trial, subject, "call+reject", true);
      rounds(trial, subject, "call+accept+unpair", false);
      run(
          trial,
          subject,
          "status",
          (reactor, meter) -> FanOut.start(reactor, subject, PEERS, meter),
          () -> {});
    }
  }

  private static void rounds(Trial trial, Running subject, String name, boolean rejects)
      throws IOException {
    Histogram round = new Histogram(3);
    run(
        trial,
        subject,
        name,
        (reactor, meter) ->
            CallLoop.start(reactor, subject, PAIRS, rejects, meter, round::recordValue),
        round::reset);
    trial.figure(name + " p99", "ms", round.getValueAtPercentile(99) / 1e6);
  }

  private static void run(
      Trial trial,
      Running subject,
      String name,
      BiConsumer<Reactor, Meter> load,
      Runnable measuring)
      throws IOException {
    try (Reactor reactor = new Reactor()) {
      Meter meter = new Meter();
      load.accept(reactor, meter);
      Course course = Course.run(reactor, subject.pid(), trial.pace(), meter::messages, measuring);
      trial.course(name, "1/s", course);
    }
  }
}
