package io.github.usermediaplug.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackpressureTest {

  private static final int KIB = 1 << 10;

  @ParameterizedTest(name = "of {0} KiB unread {1} are its own: {2} KiB more are taken: {3}")
  @CsvSource({
    "0, 0, 64, true",
    "0, 0, 256, true",
    "0, 0, 257, false",
    "64, 64, 64, true",
    "192, 192, 64, false",
    "192, 0, 64, true",
    "384, 0, 64, true",
    "400, 0, 64, false",
    "400, 0, 56, true",
    "512, 0, 16, true",
    "512, 0, 17, false",
    "512, 8, 8, true",
    "512, 16, 1, false",
    "9000, 0, 16, true",
    "9000, 0, 17, false"
  })
  void aUserGetsHalfOfWhatIsLeftAndASmallShareInAnyCase(
      long all, long own, long message, boolean admitted) {
    assertEquals(admitted, Backpressure.admits(all * KIB, own * KIB, message * KIB));
  }
}
