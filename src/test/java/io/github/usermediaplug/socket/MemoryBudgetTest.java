package io.github.usermediaplug.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class MemoryBudgetTest {

  private final List<String> evicted = new ArrayList<>();
  private final List<MemoryOwner> logged = new ArrayList<>();
  private final MemoryBudget budget = new MemoryBudget(1000, 100, logged::add);

  @Test
  void aShareHasItsOwnBound() {
    assertTrue(budget.allows(60, 40));
    assertFalse(budget.allows(60, 41));
  }

  @Test
  void aShareWithNothingInItTakesAnyOneMessage() {
    assertTrue(budget.allows(0, 500));
  }

  @Test
  void aNewcomerIsNotEvictedForWhatOthersKeep() {
    for (int i = 0; i < 10; i++) {
      keep("attacker " + i, 100);
    }
    aMomentPasses();
    MemoryShare newcomer = keep("newcomer", 60);
    assertEquals(60, newcomer.bytes());
    assertFalse(evicted.isEmpty());
    assertFalse(evicted.contains("newcomer"));
    assertTrue(budget.used() <= 1000);
  }

  @Test
  void whoKeepsMostForLongestIsEvictedAndLogged() {
    keep("small and old", 10);
    aMomentPasses();
    keep("large and old", 250);
    aMomentPasses();
    for (int i = 0; i < 8; i++) {
      keep("young " + i, 100);
    }
    assertEquals("large and old", evicted.get(0));
    assertEquals(MemoryOwner.user("large and old"), logged.get(0));
    assertFalse(evicted.contains("small and old"));
  }

  @Test
  void oneOwnerKeepsAQuarterHoweverManySharesItHas() {
    for (int i = 0; i < 500; i++) {
      keep("greedy", 10);
    }
    assertTrue(budget.used() <= 250);
    MemoryShare other = keep("other", 100);
    assertEquals(100, other.bytes());
  }

  @Test
  void ofTheOwnerThatWeighsMostTheHeaviestShareGoes() {
    for (int i = 0; i < 25; i++) {
      keep("many small", 8);
    }
    for (int i = 0; i < 8; i++) {
      keep("one " + i, 90);
    }
    aMomentPasses();
    keep("newcomer", 100);
    assertEquals("many small", evicted.get(0));
  }

  @Test
  void whatIsReadBySmallPiecesWeighsAsLongAsItIsKept() {
    MemoryShare trickling = keep("trickling", 100);
    aMomentPasses();
    MemoryShare fresh = keep("fresh", 100);
    trickling.add(-1);
    trickling.add(1);
    aMomentPasses();
    long now = System.nanoTime();
    assertTrue(trickling.weight(now) > fresh.weight(now));
  }

  @Test
  void whatFlowsWeighsNothingOnceItIsGone() {
    MemoryShare flowing = keep("flowing", 100);
    aMomentPasses();
    flowing.add(-100);
    assertEquals(0, flowing.weight(System.nanoTime()));
    flowing.add(1);
    assertTrue(flowing.weight(System.nanoTime()) < 1_000_000_000L);
  }

  @Test
  void aShareCountsForTheOwnerAndBudgetThatItMovedTo() {
    MemoryBudget other = new MemoryBudget(1000, 100, logged::add);
    MemoryShare share = keep("stranger", 40);
    share.moveTo(other, MemoryOwner.user("ada"));
    assertEquals(0, budget.used());
    assertEquals(40, other.used());
    share.add(10);
    share.release();
    assertEquals(0, other.used());
  }

  @Test
  void anEvictedShareCountsNothingAnyMore() {
    MemoryShare heavy = keep("heavy", 400);
    assertEquals(List.of("heavy"), evicted);
    heavy.add(50);
    heavy.release();
    assertEquals(0, budget.used());
  }

  @Test
  void whateverManyDoTheBoundsAreKept() {
    MemoryBudget large = new MemoryBudget(1 << 20, 1 << 16, logged::add);
    Random random = new Random(1);
    MemoryShare[] shares = new MemoryShare[200];
    for (int i = 0; i < 200_000; i++) {
      int one = random.nextInt(shares.length);
      if (shares[one] == null) {
        shares[one] = large.share(MemoryOwner.user("user " + one % 50), () -> shares[one] = null);
      }
      int message = 64 + random.nextInt(10_000);
      if (shares[one].allows(message)) {
        shares[one].add(message);
        shares[one].makeRoom();
      } else {
        shares[one].release();
        shares[one] = null;
      }
      assertTrue(large.used() <= 1 << 20);
    }
    for (MemoryShare share : shares) {
      if (share != null) {
        share.release();
      }
    }
    assertEquals(0, large.used());
  }

  @Test
  void besideOthersAShareHasHalfOfWhatIsLeftAndALittleInAnyCase() {
    MemoryBudget media = new MemoryBudget(1000, 640, logged::add);
    assertTrue(media.allowsBesideOthers(400, 100));
    assertFalse(media.allowsBesideOthers(400, 101));
    media.add(995);
    assertTrue(media.allowsBesideOthers(5, 5));
    assertFalse(media.allowsBesideOthers(5, 6));
    assertTrue(media.allowsBesideOthers(0, 500));
  }

  @Test
  void forRoomBesideOthersThoseWhoKeepMoreGoTheHeaviestFirst() {
    MemoryBudget media = new MemoryBudget(1000, 300, logged::add);
    keep(media, "small and old", 10);
    aMomentPasses();
    keep(media, "greedy and old", 250);
    aMomentPasses();
    keep(media, "greedy", 240);
    keep(media, "greedy too", 240);
    keep(media, "greedy as well", 200);
    MemoryShare honest = keep(media, "honest", 20);
    assertFalse(media.allowsBesideOthers(20, 40));
    honest.makeRoomFor(20, 40);
    assertTrue(media.allowsBesideOthers(20, 40));
    assertEquals(List.of("greedy and old"), evicted);
  }

  @Test
  void nobodyGoesForOneWhoKeepsMore() {
    MemoryBudget media = new MemoryBudget(1000, 300, logged::add);
    for (int i = 0; i < 7; i++) {
      keep(media, "honest " + i, 100);
    }
    aMomentPasses();
    MemoryShare greedy = keep(media, "greedy", 140);
    greedy.makeRoomFor(140, 1);
    greedy.makeRoomFor(140, 1000);
    assertEquals(List.of(), evicted);
  }

  @Test
  void aSenderIsPausedAtHalfOfWhatItMayUse() {
    assertFalse(budget.isHigh(50));
    assertTrue(budget.isHigh(51));
    budget.add(900);
    assertTrue(budget.isHigh(26));
  }

  @Test
  void aSenderWithLittleWaitingIsNeverPausedForWhatOthersKeep() {
    MemoryBudget full = new MemoryBudget(1000, 640, logged::add);
    full.add(1100);
    assertFalse(full.isHigh(0));
    assertFalse(full.isHigh(5));
  }

  private MemoryShare keep(String owner, long bytes) {
    return keep(budget, owner, bytes);
  }

  private MemoryShare keep(MemoryBudget in, String owner, long bytes) {
    MemoryShare share = in.share(MemoryOwner.user(owner), () -> evicted.add(owner));
    share.add(bytes);
    share.makeRoom();
    return share;
  }

  /** So that what was added before is older, by more than a call takes. */
  private static void aMomentPasses() {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < 5_000_000) {
      Thread.onSpinWait();
    }
  }
}
