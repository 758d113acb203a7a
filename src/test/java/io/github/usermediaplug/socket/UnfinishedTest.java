package io.github.usermediaplug.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.exchange.Threads;
import org.junit.jupiter.api.Test;

class UnfinishedTest {

  private final MemoryBudget all = new MemoryBudget(1000, 600, owner -> {});
  private boolean evicted;
  private final Unfinished one = unfinished("one", () -> evicted = true);

  @Test
  void countsWhatAllPartsTake() {
    one.grow(100);
    one.grow(300);
    assertEquals(300, all.used());
    assertFalse(evicted);
  }

  @Test
  void manyTogetherKeepTheBound() {
    for (int i = 0; i < 100; i++) {
      Unfinished each = unfinished("user " + i, () -> {});
      for (int memory = 10; memory <= 600; memory += 10) {
        each.grow(memory);
        assertTrue(all.used() <= 1000);
      }
    }
  }

  @Test
  void theOneThatHasTakenMostForLongestMakesRoom() {
    one.grow(600);
    Unfinished newcomer = unfinished("newcomer", () -> {});
    newcomer.grow(500);
    assertTrue(evicted);
    assertEquals(500, all.used());
  }

  @Test
  void givesBackWhatAWholeMessageTook() {
    one.grow(100);
    one.end();
    assertEquals(0, all.used());
    one.grow(100);
    assertEquals(100, all.used());
  }

  @Test
  void countsNothingOnceItsConnectionHasEnded() {
    one.grow(100);
    one.release();
    one.grow(100);
    assertEquals(0, all.used());
  }

  @Test
  void agesFromItsFirstPartThoughThatWasEmpty() {
    assertFalse(one.isOlderThan(-1), "nothing has begun");
    one.grow(0);
    assertTrue(one.isOlderThan(-1));
    one.end();
    assertFalse(one.isOlderThan(-1));
  }

  private Unfinished unfinished(String owner, Runnable eviction) {
    return new Unfinished(
        new FakeSession().session, new Threads(), all, MemoryOwner.user(owner), eviction);
  }
}
