package io.github.usermediaplug.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimitLogTest {

  private final RecordedLog recorded = new RecordedLog();
  private long now = -5;

  private final LimitLog log = new LimitLog(recorded.logger, "met by %s", () -> now);

  @Test
  void whatHappensAMillionTimesIsTwoLines() {
    for (int i = 0; i < 1_000_000; i++) {
      log.met("mallory");
    }
    now += TimeUnit.MINUTES.toNanos(1);
    log.met("eve");
    assertEquals(
        List.of("met by mallory", "met by eve (999999 more since the last such line)"),
        recorded.messages());
  }
}
