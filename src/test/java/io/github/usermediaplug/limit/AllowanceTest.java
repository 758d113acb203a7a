package io.github.usermediaplug.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AllowanceTest {

  private long now = Long.MAX_VALUE - 1; // a monotonic clock may begin anywhere, and overflow

  private final Allowance allowance = new Allowance(100, 200, () -> now);

  @Test
  void beginsWithABurst() {
    assertEquals(200, taken(300));
  }

  @Test
  void growsByTheRate() {
    taken(300);
    pass(10);
    assertEquals(1, taken(300));
    pass(1000);
    assertEquals(100, taken(300));
  }

  @Test
  void savesUpNoMoreThanABurst() {
    taken(300);
    pass(TimeUnit.DAYS.toMillis(1));
    assertEquals(200, taken(300));
  }

  @Test
  void aRefusalCostsNothing() {
    taken(300);
    for (int i = 0; i < 9; i++) {
      pass(1);
      assertEquals(0, taken(50));
    }
    pass(1);
    assertEquals(1, taken(50));
  }

  @Test
  void whoKeepsToTheRateIsNeverRefused() {
    for (int i = 0; i < 10_000; i++) {
      pass(10);
      assertEquals(1, taken(1));
    }
  }

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private int taken(int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += allowance.take() ? 1 : 0;
    }
    return taken;
  }
}
