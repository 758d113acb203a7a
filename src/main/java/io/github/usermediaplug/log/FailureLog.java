package io.github.usermediaplug.log;

import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs failures of what a host plugs in, such as its store, with their stack: {@value #MOST} a
 * minute, so that nobody fills a disk by repeating what fails. The next line then says how many
 * were not logged. Any thread may call it.
 */
public final class FailureLog {

  private static final int MOST = 10;

  private final Logger log;
  private final Level level;
  private final Throttle throttle;

  /** Logs to this logger at this level. */
  public FailureLog(Logger log, Level level) {
    this(log, level, System::nanoTime);
  }

  FailureLog(Logger log, Level level, LongSupplier clock) {
    this.log = log;
    this.level = level;
    this.throttle = new Throttle(MOST, clock);
  }

  /**
   * Something failed.
   *
   * @param what a sentence without a full stop, client-chosen text in it {@link Quoted}
   */
  public void failed(String what, Throwable failure) {
    throttle
        .next()
        .ifPresent(
            before -> {
              String untold =
                  before == 0 ? "" : " (%d more failures were not logged)".formatted(before);
              log.log(level, what + untold, failure);
            });
  }
}
