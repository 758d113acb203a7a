package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.load.Consumer;
import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Meter;
import io.github.usermediaplug.bench.load.Producer;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Role;
import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.subject.Subject;
import io.github.usermediaplug.bench.talk.Pair;
import io.github.usermediaplug.bench.talk.Pairs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * (a) and (b): as much as passes in one direction, each sender never more ahead of its receiver
 * than the contract's window.
 */
public record Throughput(String id, int pairs, int payload) implements Scenario {

  private static final int BATCH_BYTES = 256 << 10;

  @Override
  public String title() {
    return pairs + (pairs == 1 ? " pair, " : " pairs, ") + (payload >> 10) + " KiB messages";
  }

  @Override
  public boolean suits(Subject subject) {
    return subject.role() != Role.NODE_BROKER && subject.role() != Role.STORE;
  }

  @Override
  public double nominalSeconds(Subject subject, Pace pace) {
    return pace.warmUpSeconds() + pace.measuredSeconds();
  }

  @Override
  public void measure(Trial trial) throws IOException {
    try (Running subject = trial.start();
        Reactor reactor = new Reactor()) {
      Meter meter = new Meter();
      stream(Pairs.make(reactor, subject, "caller", pairs), meter);
      Course course = Course.run(reactor, subject.pid(), trial.pace(), meter::messages, () -> {});
      trial.course("messages", "1/s", course);
      trial.figure("throughput", "MB/s", course.rate() * payload / 1e6);
    }
  }

  private void stream(List<Pair> all, Meter meter) {
    ByteBuffer batch = Frames.batch(payload, BATCH_BYTES / payload);
    for (Pair pair : all) {
      pair.receiver().listen(new Consumer(meter, payload));
      pair.sender().listen(new Producer(meter));
    }
    all.forEach(pair -> pair.sender().stream(batch, payload, pair.window()));
  }
}
