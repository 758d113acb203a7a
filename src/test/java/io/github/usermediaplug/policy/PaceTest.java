package io.github.usermediaplug.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

  private long now = Long.MAX_VALUE - 1;
  private final Pace pace = new Pace(() -> now);

  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, 999, 20_000, 999_999, 49_999_999, 50_000_000, 50_000_001, 7_123_456_789L})
  void anAnswerIsGivenAtAStepWhateverItTook(long nanos) {
    Duration wait = Pace.untilNextStep(Duration.ofNanos(nanos), 1);
    assertEquals(0, wait.plusNanos(nanos).toNanos() % Pace.STEP.toNanos());
    assertTrue(wait.compareTo(Duration.ZERO) > 0 && wait.compareTo(Pace.STEP) <= 0);
  }

  @ParameterizedTest(name = "with {0} steps what took {1} ms is answered after {2} ms")
  @CsvSource({"1, 0, 50", "1, 49, 50", "1, 50, 100", "2, 40, 100", "2, 90, 100", "2, 100, 200"})
  void severalStepsAreOneLongOne(int steps, long took, long answered) {
    Duration passed = Duration.ofMillis(took);
    assertEquals(answered, Pace.untilNextStep(passed, steps).plus(passed).toMillis());
  }

  @Test
  void anAnswerThatTookLongSlowsThoseOfTheNextMinute() {
    assertEquals(50, answered(10));
    assertEquals(100, answered(90));
    assertEquals(100, answered(10));
    now += Duration.ofSeconds(50).toNanos();
    assertEquals(100, answered(10));
  }

  @Test
  void afterThatItIsForgotten() {
    answered(90);
    now += Duration.ofSeconds(61).toNanos();
    assertEquals(100, answered(10));
    now += Duration.ofSeconds(61).toNanos();
    assertEquals(50, answered(10));
    answered(90);
    now += Duration.ofHours(1).toNanos();
    assertEquals(50, answered(10));
  }

  @Test
  void noneIsSlowedByMoreThanTheBound() {
    answered(60_000);
    assertEquals(500, answered(10));
  }

  private long answered(long tookMillis) {
    Duration passed = Duration.ofMillis(tookMillis);
    return pace.wait(passed).plus(passed).toMillis();
  }
}
