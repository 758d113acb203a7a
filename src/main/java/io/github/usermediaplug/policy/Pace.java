package io.github.usermediaplug.policy;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The even steps at which one kind of answer that hides something is given. A step is 50 ms, or, if
 * finding an answer out has taken longer than that within the last minute, the multiple that is
 * longer than the slowest of them: with a slow store the answers would else fall on different steps
 * by what they are about. Safe for threads.
 */
public final class Pace {

  /** Longer than what looking up two users takes in memory. */
  static final Duration STEP = Duration.ofMillis(50);

  /** What takes longer than this many steps is heard; else one slow store would slow all down. */
  static final int MOST_STEPS = 10;

  private static final long MEMORY = Duration.ofMinutes(1).toNanos();

  private final LongSupplier clock;
  private long began; // of the minute; guarded by this, as the next two
  private int steps = 1;
  private int before = 1;

  /** A pace of steps of 50 ms. */
  public Pace() {
    this(System::nanoTime);
  }

  Pace(LongSupplier clock) {
    this.clock = clock;
    this.began = clock.getAsLong();
  }

  /** How long to wait with an answer that took so long to find out. */
  Duration wait(Duration passed) {
    return untilNextStep(passed, steps(passed));
  }

  /** To the nanosecond: whatever is cut off would be heard again. */
  static Duration untilNextStep(Duration passed, int steps) {
    long period = STEP.toNanos() * steps;
    return Duration.ofNanos(period - passed.toNanos() % period);
  }

  private synchronized int steps(Duration passed) {
    long now = clock.getAsLong();
    if (now - began > MEMORY) {
      before = now - began > 2 * MEMORY ? 1 : steps;
      steps = 1;
      began = now;
    }
    long needed = passed.toNanos() / STEP.toNanos() + 1;
    steps = (int) Math.max(steps, Math.min(needed, MOST_STEPS));
    return Math.max(steps, before);
  }
}
