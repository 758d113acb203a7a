package io.github.usermediaplug.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.limit.WorkBudgets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DebtsTest {

  private static final String ALICE = "alice";

  private final Threads threads = new Threads();
  private final WorkBudgets budgets = new WorkBudgets(100, 1);
  private final Debts debts = new Debts(budgets, threads, WorkBudgets.LONGEST_WAIT);

  @BeforeEach
  void open() {
    threads.open();
  }

  @AfterEach
  void stop() {
    threads.stop();
  }

  @Test
  void whoOwesNothingDoesNotWait() {
    budgets.charge(ALICE, 1);
    assertTrue(debts.paid(ALICE).isDone());
  }

  @Test
  void whatIsChargedMeanwhileIsWaitedForToo() {
    budgets.charge(ALICE, 11);
    CompletableFuture<Duration> left =
        debts.paid(ALICE).thenApply(paid -> budgets.wait(ALICE)).toCompletableFuture();
    budgets.charge(ALICE, 20);
    assertEquals(Duration.ZERO, left.join());
  }

  @Test
  void nobodyWaitsLongerThanTheLongest() {
    budgets.charge(ALICE, 3_000);
    new Debts(budgets, threads, Duration.ofMillis(10)).paid(ALICE).join();
    assertFalse(budgets.wait(ALICE).isZero());
  }
}
