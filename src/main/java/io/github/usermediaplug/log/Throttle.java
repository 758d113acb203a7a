package io.github.usermediaplug.log;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** So many lines a minute and no more, counting those left out. Any thread may call it. */
final class Throttle {

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final int most;
  private final LongSupplier clock;
  private long began; // guarded by this, as all that follows
  private int logged;
  private long leftOut;

  Throttle(int most, LongSupplier clock) {
    this.most = most;
    this.clock = clock;
  }

  /** How many lines were left out since the last; empty if this one is to be left out too. */
  synchronized OptionalLong next() {
    long now = clock.getAsLong();
    if (logged == 0 || now - began >= MINUTE) {
      began = now;
      logged = 0;
    }
    if (logged == most) {
      leftOut++;
      return OptionalLong.empty();
    }
    logged++;
    long before = leftOut;
    leftOut = 0;
    return OptionalLong.of(before);
  }
}
