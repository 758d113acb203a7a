package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.measure.CostMeter;
import io.github.usermediaplug.bench.subject.Role;
import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.subject.Subject;
import io.github.usermediaplug.bench.talk.Pairs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** (c): how long a message takes under a steady load, from when it was due. */
public final class Latency implements Scenario {

  @Override
  public String id() {
    return "c";
  }

  @Override
  public String title() {
    return "latency, 50 pairs with 50 messages a second each, 4 KiB";
  }

  @Override
  public boolean suits(Subject subject) {
    return subject.role() != Role.NODE_BROKER && subject.role() != Role.STORE;
  }

  @Override
  public double nominalSeconds(Subject subject, Pace pace) {
    return 2 * PacedLoad.settlingSeconds(pace) + PacedLoad.measuredSeconds(pace);
  }

  @Override
  public void measure(Trial trial) throws IOException {
    try (Running subject = trial.start();
        Reactor reactor = new Reactor()) {
      PacedLoad load =
          new PacedLoad(reactor, Pairs.make(reactor, subject, "caller", PacedLoad.PAIRS));
      List<Double> p99s = new ArrayList<>(load.hurry(trial.pace()).p99s());
      p99s.addAll(load.settle(trial.pace()).p99s());
      int warmUp = p99s.size();
      CostMeter meter = new CostMeter(subject.pid());
      PacedLoad.Window measured = load.measure(trial.pace());
      trial.spent("p99", meter.stop());
      trial.figure("p50", "ms", measured.millis(50));
      trial.figure("p99", "ms", measured.millis(99));
      trial.figure("p99.9", "ms", measured.millis(99.9));
      trial.figure("generator late p99", "ms", measured.lateness().getValueAtPercentile(99) / 1e6);
      p99s.addAll(measured.p99s());
      trial.series("p99", "ms", 1, warmUp, p99s);
      if (measured.missing() > 0) {
        throw new IllegalStateException(measured.missing() + " messages were lost");
      }
    }
  }
}
