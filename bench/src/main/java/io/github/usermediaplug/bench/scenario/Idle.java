package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.measure.Heap;
import io.github.usermediaplug.bench.measure.ProcessClock;
import io.github.usermediaplug.bench.subject.Role;
import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.subject.Subject;
import io.github.usermediaplug.bench.talk.Crowd;
import java.io.IOException;

/** (d): what users cost who are connected and do nothing. */
public final class Idle implements Scenario {

  /** Who come first, so that what a server loads once is not counted as a user's. */
  private static final int FIRST = 200;

  @Override
  public String id() {
    return "d";
  }

  @Override
  public String title() {
    return "idle users";
  }

  @Override
  public boolean suits(Subject subject) {
    return subject.role() == Role.PRODUCT
        || subject.role() == Role.LIMIT
        || subject.role() == Role.NODE_BROKER;
  }

  @Override
  public double nominalSeconds(Subject subject, Pace pace) {
    return pace.idleUsers().stream().mapToInt(users -> users).max().orElse(0) / 1000.0 + 4;
  }

  @Override
  public void measure(Trial trial) throws IOException {
    try (Running subject = trial.start();
        Reactor reactor = new Reactor()) {
      Crowd.grow(reactor, subject, 0, FIRST);
      Memory before = Memory.of(subject);
      int there = FIRST;
      for (int users : trial.pace().idleUsers()) {
        long begun = System.nanoTime();
        Crowd.grow(reactor, subject, there, users);
        double seconds = (System.nanoTime() - begun) / 1e9;
        trial.figure("connects at " + users, "1/s", (users - there) / seconds);
        there = users;
        Memory now = Memory.of(subject);
        double counted = users - FIRST;
        if (subject.subject().isJava()) {
          trial.figure("heap at " + users, "KiB/user", (now.heap - before.heap) / counted);
        }
        trial.figure("RSS at " + users, "KiB/user", (now.resident - before.resident) / counted);
      }
    }
  }

  /** In KiB; the heap is what is alive after a full collection. */
  private record Memory(long heap, long resident) {

    static Memory of(Running subject) {
      long heap = subject.subject().isJava() ? new Heap(subject.pid()).liveKib() : 0;
      return new Memory(heap, new ProcessClock(subject.pid()).residentKib());
    }
  }
}
