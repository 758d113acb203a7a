package io.github.usermediaplug.it.server;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks at something that nobody tells of, again and again until it is as it should be. */
public final class Awaited {
  private static final Duration BETWEEN = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Awaited() {}

  /** Gives what was seen when it fits; fails with what was seen last. */
  public static <T> T until(String what, Supplier<T> look, Predicate<T> fits) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    T seen = look.get();
    while (!fits.test(seen)) {
      if (System.nanoTime() > deadline) {
        fail(what + " was awaited in vain; last seen: " + seen);
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
      seen = look.get();
    }
    return seen;
  }
}
