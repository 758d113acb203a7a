package io.github.usermediaplug.socket;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory many directions may take together for messages on their way, and each of them: a
 * fixed bound, or half of what is left of the whole where that is less. The more of them are
 * stalled, the less each gets. What flows has nothing waiting and needs room for one message; where
 * even that is gone, one of the stalled has to go. Safe for threads; two that ask at once may both
 * be let in, so that the whole is exceeded by a message for each thread at most.
 */
public final class Backlogs {

  /** What is to become of a message. */
  public enum Room {
    /** It is taken. */
    ENOUGH,
    /** Its own direction has too much waiting. */
    DIRECTION_FULL,
    /** Others have taken up the whole. */
    ALL_FULL
  }

  private final AtomicLong total = new AtomicLong();
  private final long most;
  private final long each;

  /**
   * Bounds, in bytes.
   *
   * @param most for all together
   * @param each for one direction
   */
  public Backlogs(long most, long each) {
    this.most = most;
    this.each = each;
  }

  /** The sum of what waits, which whoever keeps something adds to and takes from. */
  public AtomicLong total() {
    return total;
  }

  /** Whether there is room for a message in a direction that has so much waiting. */
  public Room roomFor(long waiting, long message) {
    long free = most - total.get();
    if (waiting == 0) {
      return message <= free ? Room.ENOUGH : Room.ALL_FULL;
    }
    return waiting + message <= allowance(free) ? Room.ENOUGH : Room.DIRECTION_FULL;
  }

  /** Whether a direction has so much waiting that its sender should be paused. */
  public boolean isHigh(long waiting) {
    return waiting > allowance(most - total.get()) / 2;
  }

  private long allowance(long free) {
    return Math.min(each, free / 2);
  }
}
