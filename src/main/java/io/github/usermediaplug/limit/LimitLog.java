package io.github.usermediaplug.limit;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells an operator that a limit is met, and how often: once, then once a minute at most, so that
 * nobody fills a disk by meeting it. Any thread may call it.
 */
public final class LimitLog {

  private static final long QUIET = TimeUnit.MINUTES.toNanos(1);

  private final Logger log;
  private final String message;
  private final LongSupplier clock;
  private long next; // guarded by this, as all that follows
  private boolean told;
  private long untold;

  /**
   * Logs to this logger.
   *
   * @param message what is told, with {@code %s} for who met the limit last
   */
  public LimitLog(Logger log, String message) {
    this(log, message, System::nanoTime);
  }

  LimitLog(Logger log, String message, LongSupplier clock) {
    this.log = log;
    this.message = message;
    this.clock = clock;
  }

  /** The limit was met. */
  public void met(String who) {
    long before;
    synchronized (this) {
      long now = clock.getAsLong();
      if (told && now - next < 0) {
        untold++;
        return;
      }
      told = true;
      next = now + QUIET;
      before = untold;
      untold = 0;
    }
    String unnamed = before == 0 ? "" : " (%d more since the last such line)".formatted(before);
    log.log(Level.WARNING, () -> message.formatted(who) + unnamed);
  }
}
