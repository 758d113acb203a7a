package io.github.usermediaplug.socket;

import static io.github.usermediaplug.socket.Backlogs.Room.ALL_FULL;
import static io.github.usermediaplug.socket.Backlogs.Room.DIRECTION_FULL;
import static io.github.usermediaplug.socket.Backlogs.Room.ENOUGH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BacklogsTest {

  @Test
  void oneDirectionHasItsOwnBound() {
    Backlogs backlogs = new Backlogs(1000, 100);
    assertEquals(ENOUGH, backlogs.roomFor(60, 40));
    assertEquals(DIRECTION_FULL, backlogs.roomFor(60, 41));
  }

  @Test
  void aDirectionWithNothingWaitingTakesAnyOneMessage() {
    assertEquals(ENOUGH, new Backlogs(1000, 100).roomFor(0, 500));
  }

  @Test
  void whatFlowsIsNotBlamedForWhatOthersTookUp() {
    Backlogs backlogs = new Backlogs(1000, 100);
    backlogs.total().set(990);
    assertEquals(ALL_FULL, backlogs.roomFor(0, 20));
    assertEquals(DIRECTION_FULL, backlogs.roomFor(10, 1));
  }

  @Test
  void stalledDirectionsNeverTakeMoreThanTheWhole() {
    Backlogs backlogs = new Backlogs(1 << 20, 1 << 18);
    long[] waiting = new long[500];
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      int one = random.nextInt(waiting.length);
      int message = 64 + random.nextInt(1000);
      if (backlogs.roomFor(waiting[one], message) == ENOUGH) {
        waiting[one] += message;
        backlogs.total().addAndGet(message);
      }
    }
    assertTrue(backlogs.total().get() <= 1 << 20);
  }

  @Test
  void aSenderIsPausedAtHalfOfWhatItMayUse() {
    Backlogs backlogs = new Backlogs(1000, 100);
    assertFalse(backlogs.isHigh(50));
    assertTrue(backlogs.isHigh(51));
    backlogs.total().set(900);
    assertTrue(backlogs.isHigh(26));
  }

  @Test
  void aDirectionThatFlowsIsNeverPausedForWhatOthersTookUp() {
    Backlogs backlogs = new Backlogs(1000, 640);
    backlogs.total().set(1100);
    assertFalse(backlogs.isHigh(0));
    assertFalse(backlogs.isHigh(5));
  }

  @Test
  void aFewMessagesMayWaitHoweverLittleIsLeft() {
    Backlogs backlogs = new Backlogs(1000, 640);
    backlogs.total().set(995);
    assertEquals(ENOUGH, backlogs.roomFor(5, 5));
    assertEquals(ALL_FULL, backlogs.roomFor(2, 8));
    assertEquals(DIRECTION_FULL, backlogs.roomFor(5, 6));
  }
}
