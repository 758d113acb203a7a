package io.github.usermediaplug.socket;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much memory many directions may take together for messages on their way, and each of them: a
 * fixed bound, or half of what is left of the whole where that is less, but a 64th of its bound in
 * any case. The more of them are stalled, the less each gets. What flows has little waiting; where
 * there is no room even for that, one of the stalled has to go. Safe for threads; two that ask at
 * once may both be let in, so that the whole is exceeded by a message for each thread at most.
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

  /** What part of its bound a direction always has. */
  private static final int LEAST = 64;

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
    long free = free();
    if (waiting > 0 && waiting + message > allowance(free)) {
      return Room.DIRECTION_FULL;
    }
    return message <= free ? Room.ENOUGH : Room.ALL_FULL;
  }

  /**
   * Whether a direction has so much waiting that its sender should be paused. Never one with
   * nothing waiting, however much others have: nothing would tell it to go on.
   */
  public boolean isHigh(long waiting) {
    return waiting > allowance(free()) / 2;
  }

  private long free() {
    return most - total.get();
  }

  private long allowance(long free) {
    return Math.max(each / LEAST, Math.min(each, free / 2));
  }
}
