package io.github.usermediaplug.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class LimitLogTest {

  private final List<String> lines = new ArrayList<>();
  private long now = -5;

  private final LimitLog log = new LimitLog(logger(), "met by %s", () -> now);

  @Test
  void whatHappensAMillionTimesIsTwoLines() {
    for (int i = 0; i < 1_000_000; i++) {
      log.met("mallory");
    }
    now += TimeUnit.MINUTES.toNanos(1);
    log.met("eve");
    assertEquals(
        List.of("met by mallory", "met by eve (999999 more since the last such line)"), lines);
  }

  private Logger logger() {
    Logger logger = Logger.getAnonymousLogger();
    logger.setUseParentHandlers(false);
    logger.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            lines.add(record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
    return logger;
  }
}
