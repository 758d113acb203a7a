package io.github.usermediaplug.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BacklogsTest {

  @Test
  void oneDirectionHasItsOwnBound() {
    Backlogs backlogs = new Backlogs(1000, 100);
    assertTrue(backlogs.allow(60, 40));
    assertFalse(backlogs.allow(60, 41));
  }

  @Test
  void aDirectionWithNothingWaitingTakesAnyOneMessage() {
    assertTrue(new Backlogs(1000, 100).allow(0, 500));
  }

  @Test
  void manyStalledDirectionsNeverUseUpTheWholeAndOneThatFlowsStillPasses() {
    Backlogs backlogs = new Backlogs(1 << 20, 1 << 18);
    long[] waiting = new long[100];
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      int one = random.nextInt(waiting.length);
      int more = 64 + random.nextInt(1000);
      if (backlogs.allow(waiting[one], more)) {
        waiting[one] += more;
        backlogs.total().addAndGet(more);
      }
    }
    assertTrue(backlogs.total().get() < 1 << 20);
    assertTrue(backlogs.allow(0, 1000), "what is left: " + ((1 << 20) - backlogs.total().get()));
  }

  @Test
  void aSenderIsPausedAtHalfOfWhatItMayUse() {
    Backlogs backlogs = new Backlogs(1000, 100);
    assertFalse(backlogs.isHigh(50));
    assertTrue(backlogs.isHigh(51));
    backlogs.total().set(900);
    assertEquals(true, backlogs.isHigh(26));
  }
}
