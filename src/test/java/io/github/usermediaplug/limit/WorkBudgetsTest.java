package io.github.usermediaplug.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkBudgetsTest {

  private long now = Long.MAX_VALUE - 1; // a monotonic clock may begin anywhere, and overflow

  private final WorkBudgets budgets = new WorkBudgets(100, 200, () -> now);

  @Test
  void aBurstIsFree() {
    budgets.charge("alice", 150);
    budgets.charge("alice", 50);
    assertEquals(Duration.ZERO, budgets.wait("alice"));
  }

  @Test
  void whatIsBeyondIsWaitedForByTheRate() {
    budgets.charge("alice", 300);
    assertEquals(Duration.ofSeconds(1), budgets.wait("alice"));
    pass(400);
    assertEquals(Duration.ofMillis(600), budgets.wait("alice"));
    pass(600);
    assertEquals(Duration.ZERO, budgets.wait("alice"));
    budgets.charge("alice", 10);
    assertEquals(Duration.ofMillis(100), budgets.wait("alice"));
  }

  @Test
  void oneUsersDebtIsNoOthers() {
    budgets.charge("alice", 1000);
    assertEquals(Duration.ZERO, budgets.wait("bob"));
  }

  @Test
  void nobodyWaitsLongerThanTheBound() {
    for (int i = 0; i < 10; i++) {
      budgets.charge("alice", Long.MAX_VALUE / 2);
    }
    assertEquals(WorkBudgets.LONGEST_WAIT, budgets.wait("alice"));
  }

  @Test
  void aBurstIsSavedUpAndNoMore() {
    budgets.charge("alice", 200);
    pass(TimeUnit.DAYS.toMillis(1));
    budgets.charge("alice", 201);
    assertEquals(Duration.ofMillis(10), budgets.wait("alice"));
  }

  @Test
  void whoHasPaidAllIsForgottenAndNobodyElse() {
    budgets.charge("alice", 10);
    budgets.charge("bob", 100);
    budgets.charge("carol", 0);
    pass(500);
    budgets.sweep();
    assertEquals(1, budgets.size());
    pass(500);
    budgets.sweep();
    assertEquals(0, budgets.size());
  }

  @Test
  void aRateBeyondAllReasonIsNoWait() {
    WorkBudgets free = new WorkBudgets(1_000_000_000, 1_000_000_000, () -> now);
    free.charge("alice", 500);
    assertEquals(Duration.ZERO, free.wait("alice"));
  }

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
