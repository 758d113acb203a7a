package io.github.usermediaplug.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class FailureLogTest {

  private static final Throwable FAILURE = new IllegalStateException("the store is away");

  private final RecordedLog recorded = new RecordedLog();
  private long now = -5;
  private final FailureLog log = new FailureLog(recorded.logger, Level.SEVERE, () -> now);

  @Test
  void whatFailsAMillionTimesIsAFewStacksAMinuteAndACount() {
    for (int i = 0; i < 1_000_000; i++) {
      log.failed("A status of user 'mallory' failed", FAILURE);
    }
    assertEquals(10, recorded.records.size());
    now += TimeUnit.MINUTES.toNanos(1);
    log.failed("A call of user 'eve' failed", FAILURE);
    log.failed("A call of user 'ann' failed", FAILURE);
    assertEquals(
        List.of(
            "A status of user 'mallory' failed",
            "A call of user 'eve' failed (999990 more failures were not logged)",
            "A call of user 'ann' failed"),
        recorded.messages().subList(9, 12));
    assertSame(FAILURE, recorded.records.get(11).getThrown());
    assertEquals(Level.SEVERE, recorded.records.get(0).getLevel());
  }
}
