package io.github.usermediaplug.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
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
    "508, 0, 2, true",
    "508, 0, 3, false",
    "512, 0, 1, false",
    "9000, 0, 1, false"
  })
  void aUserGetsHalfOfWhatIsLeft(long all, long own, long message, boolean admitted) {
    assertEquals(admitted, Backpressure.admits(all * KIB, own * KIB, message * KIB));
  }

  @ParameterizedTest(name = "{0} KiB unread are its own: {1} KiB more are taken: {2}")
  @CsvSource({"0, 16, true", "0, 17, false", "8, 8, true", "16, 1, false"})
  void onePairedGetsASmallShareInAnyCase(long own, long message, boolean admitted) {
    assertEquals(admitted, Backpressure.admitsPaired(own * KIB, message * KIB));
  }

  @Test
  void howeverManyPushTheSumStaysBelowTheLimit() {
    Random random = new Random(1);
    long[] owns = new long[10_000];
    long all = 0;
    for (int i = 0; i < 1_000_000; i++) {
      int user = random.nextInt(owns.length);
      int message = 1 + random.nextInt(20_000);
      if (Backpressure.admits(all, owns[user], message)) {
        owns[user] += message;
        all += message;
      }
    }
    assertTrue(all < Backpressure.LIMIT, "all " + all);
    assertTrue(all > Backpressure.LIMIT - KIB, "all " + all);
  }
}
