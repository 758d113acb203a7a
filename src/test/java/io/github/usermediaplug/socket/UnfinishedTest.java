package io.github.usermediaplug.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UnfinishedTest {

  private final Backlogs all = new Backlogs(1000, 600);
  private final Unfinished one = new Unfinished(all);

  @Test
  void growsToItsLimit() {
    assertTrue(one.grow(100));
    assertTrue(one.grow(200));
    assertFalse(one.grow(301), "more than half of what is left");
    assertEquals(300, all.total().get());
  }

  @Test
  void manyTogetherLeaveRoomForOneMore() {
    for (int i = 0; i < 100; i++) {
      Unfinished each = new Unfinished(all);
      while (each.grow(10)) {
        // As much as it gets.
      }
    }
    assertTrue(all.total().get() <= 1000);
  }

  @Test
  void givesBackWhatAWholeMessageTook() {
    one.grow(100);
    one.end();
    assertEquals(0, all.total().get());
    assertTrue(one.grow(100));
  }

  @Test
  void takesNothingOnceItsConnectionHasEnded() {
    one.grow(100);
    one.release();
    assertFalse(one.grow(100));
    assertEquals(0, all.total().get());
  }

  @Test
  void agesFromItsFirstPartThoughThatWasEmpty() {
    assertFalse(one.isOlderThan(-1), "nothing has begun");
    one.grow(0);
    assertTrue(one.isOlderThan(-1));
    one.end();
    assertFalse(one.isOlderThan(-1));
  }
}
