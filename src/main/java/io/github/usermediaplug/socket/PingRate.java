package io.github.usermediaplug.socket;

import java.util.function.LongSupplier;

/**
 * How often a client may ping: {@value #A_SECOND} times a second, and {@value #AT_ONCE} times at
 * once after a silence. A ping is no message of the contract, so the rate of messages does not
 * count it; its answer costs a server as much as one. Used by one session's reader at a time.
 */
public final class PingRate {

  private static final long A_SECOND = 10;
  private static final long AT_ONCE = 200;
  private static final long WHOLE = 1_000_000_000L;

  private final LongSupplier clock;
  private long saved = AT_ONCE * WHOLE; // in billionths of a ping, so that nothing is rounded
  private long asOf;

  /** Of a client that has not pinged yet. */
  public PingRate() {
    this(System::nanoTime);
  }

  PingRate(LongSupplier clock) {
    this.clock = clock;
    this.asOf = clock.getAsLong();
  }

  /** Takes one; says no, and takes nothing, where none is left. */
  public boolean take() {
    long now = clock.getAsLong();
    long passed = Math.min(now - asOf, AT_ONCE / A_SECOND * WHOLE);
    saved = Math.min(AT_ONCE * WHOLE, saved + passed * A_SECOND);
    asOf = now;
    if (saved < WHOLE) {
      return false;
    }
    saved -= WHOLE;
    return true;
  }
}
