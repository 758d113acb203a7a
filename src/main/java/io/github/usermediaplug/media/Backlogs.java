package io.github.usermediaplug.media;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory all bridges may take for messages on their way, and each of them for one
 * direction: a fixed bound, or half of what is left of the whole where that is less. So the whole
 * is never used up: the more directions are stalled, the less each of them gets, while one that
 * flows needs next to nothing.
 */
final class Backlogs {

  private final AtomicLong total = new AtomicLong();
  private final long most;
  private final long each;

  /**
   * Bounds, in bytes.
   *
   * @param most for all together
   * @param each for one direction of one pair
   */
  Backlogs(long most, long each) {
    this.most = most;
    this.each = each;
  }

  AtomicLong total() {
    return total;
  }

  /** Whether a direction that has so much waiting may take so much more. */
  boolean allow(long waiting, long more) {
    long free = most - total.get();
    return more <= free && (waiting == 0 || waiting + more <= allowance(free));
  }

  /** Whether a direction has so much waiting that its sender should be paused. */
  boolean isHigh(long waiting) {
    return waiting > allowance(most - total.get()) / 2;
  }

  private long allowance(long free) {
    return Math.min(each, free / 2);
  }
}
