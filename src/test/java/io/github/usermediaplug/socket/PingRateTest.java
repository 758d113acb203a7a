package io.github.usermediaplug.socket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PingRateTest {

  private final AtomicLong now = new AtomicLong();
  private final PingRate rate = new PingRate(now::get);

  @Test
  void twoHundredAtOnceAndTenASecond() {
    takes(200);
    pass(Duration.ofMillis(99));
    takes(0);
    pass(Duration.ofMillis(1));
    takes(1);
    pass(Duration.ofSeconds(2));
    takes(20);
  }

  @Test
  void noMoreThanThatIsSaved() {
    takes(200);
    pass(Duration.ofDays(365));
    takes(200);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private void takes(int count) {
    for (int i = 0; i < count; i++) {
      assertTrue(rate.take());
    }
    assertFalse(rate.take());
  }
}
