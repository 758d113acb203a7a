package io.github.usermediaplug.it.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server will do by itself when a time has run out: all times are equally long, so what
 * began first ends first.
 */
final class Clocks {
  record Clock(long began, Runnable strikes) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  private final Duration time;
  private final List<Clock> running = new ArrayList<>();

  Clocks(Duration time) {
    this.time = time;
  }

  Clock start(Runnable strikes) {
    Clock clock = new Clock(System.nanoTime(), strikes);
    running.add(clock);
    return clock;
  }

  void stop(Clock clock) {
    running.remove(clock);
  }

  /** Whether the first to run out has had so much of its time, in per cent. */
  boolean isAt(int percent) {
    return !running.isEmpty()
        && System.nanoTime() - running.get(0).began() > time.toNanos() / 100 * percent;
  }

  /** Lets all run out, one after the other. */
  void runOut(Runnable afterEach) {
    while (!running.isEmpty()) {
      running.remove(0).strikes().run();
      afterEach.run();
    }
  }
}
