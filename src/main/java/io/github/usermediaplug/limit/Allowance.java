package io.github.usermediaplug.limit;

import java.util.function.LongSupplier;

/**
 * What one connection may say: so much a second, and after a silence that much at once which has
 * saved itself up. A bucket of tokens by the monotonic clock, so that a clock set anew neither
 * grants nor takes any. Used by one session's reader at a time.
 */
public final class Allowance {

  private static final long WHOLE = 1_000_000_000L;

  private final long rate;
  private final long most;
  private final LongSupplier clock;
  private long saved; // in billionths of a message, so that nothing is rounded
  private long asOf;

  /** So many a second, and at most so many at once; it begins with all of these. */
  public Allowance(int rate, int burst) {
    this(rate, burst, System::nanoTime);
  }

  Allowance(int rate, int burst, LongSupplier clock) {
    this.rate = rate;
    this.most = burst * WHOLE;
    this.clock = clock;
    this.saved = most;
    this.asOf = clock.getAsLong();
  }

  /** Takes one; says no, and takes nothing, where none is left. */
  public boolean take() {
    long now = clock.getAsLong();
    // No longer than it takes to save all, which also keeps the product within its 64 bits.
    long passed = Math.min(now - asOf, most / rate + 1);
    saved = Math.min(most, saved + passed * rate);
    asOf = now;
    if (saved < WHOLE) {
      return false;
    }
    saved -= WHOLE;
    return true;
  }
}
