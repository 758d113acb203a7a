package io.github.usermediaplug.log;

import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells an operator that a limit is met, and how often: once, then once a minute at most, so that
 * nobody fills a disk by meeting it. Any thread may call it.
 */
public final class LimitLog {

  private final Logger log;
  private final String message;
  private final Throttle throttle;

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
    this.throttle = new Throttle(1, clock);
  }

  /** The limit was met. */
  public void met(String who) {
    throttle
        .next()
        .ifPresent(
            before -> {
              String unnamed =
                  before == 0 ? "" : " (%d more since the last such line)".formatted(before);
              log.log(Level.WARNING, () -> message.formatted(who) + unnamed);
            });
  }
}
