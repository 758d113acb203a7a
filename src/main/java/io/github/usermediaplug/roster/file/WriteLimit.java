package io.github.usermediaplug.roster.file;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How much one user's changes may write, in characters: 256 Ki a second, and 8 Mi at once after a
 * while, so that no user has the disk while others' changes wait. A character takes three bytes at
 * most. What is small is free. Used by the writer's thread.
 */
final class WriteLimit {

  static final long FREE = 4 << 10;
  static final long PER_SECOND = 256 << 10;
  static final long AT_ONCE = 8 << 20;

  private static final long SECOND = 1_000_000_000L;
  private static final long BURST = AT_ONCE / PER_SECOND * SECOND;

  private final LongSupplier clock;

  /** When each user will have paid for what it has written. Who is not in it has. */
  private final Map<String, Long> paidAt = new HashMap<>();

  private long swept;

  WriteLimit() {
    this(System::nanoTime);
  }

  WriteLimit(LongSupplier clock) {
    this.clock = clock;
    this.swept = clock.getAsLong();
  }

  /** Whether the user may change anything now. */
  boolean admits(String user) {
    Long due = paidAt.get(user);
    return due == null || due - clock.getAsLong() < BURST;
  }

  /** So many characters were written for a change of the user's. */
  void wrote(String user, long characters) {
    if (characters <= FREE) {
      return;
    }
    long now = clock.getAsLong();
    long price = (characters - FREE) * SECOND / PER_SECOND;
    paidAt.merge(user, now + price, (due, first) -> (due - now > 0 ? due : now) + price);
    if (now - swept > SECOND) {
      swept = now;
      paidAt.values().removeIf(due -> due - now <= 0);
    }
  }

  /** How many have something left to pay, or had a moment ago. */
  int size() {
    return paidAt.size();
  }
}
