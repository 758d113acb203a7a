package io.github.usermediaplug.policy;

import java.time.Duration;

/** The even steps at which an answer that hides something is given. */
final class Pace {

  /** Longer than what looking up two users takes, so that whatever it took is not heard. */
  static final Duration STEP = Duration.ofMillis(50);

  private Pace() {}

  /** To the nanosecond: whatever is cut off would be heard again. */
  static Duration untilNextStep(Duration passed) {
    long step = STEP.toNanos();
    return Duration.ofNanos(step - passed.toNanos() % step);
  }
}
