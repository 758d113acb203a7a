package io.github.usermediaplug.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

  @ParameterizedTest
  @ValueSource(
      longs = {0, 1, 999, 20_000, 999_999, 49_999_999, 50_000_000, 50_000_001, 7_123_456_789L})
  void anAnswerIsGivenAtAStepWhateverItTook(long nanos) {
    Duration wait = Pace.untilNextStep(Duration.ofNanos(nanos));
    assertEquals(0, wait.plusNanos(nanos).toNanos() % Pace.STEP.toNanos());
    assertTrue(wait.compareTo(Duration.ZERO) > 0 && wait.compareTo(Pace.STEP) <= 0);
  }
}
