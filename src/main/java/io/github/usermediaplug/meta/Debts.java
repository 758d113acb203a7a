package io.github.usermediaplug.meta;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.limit.Price;
import io.github.usermediaplug.limit.WorkBudgets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What users owe for their work, and have to wait for. Any thread may call it. */
final class Debts {

  private static final CompletableFuture<Void> PAID = CompletableFuture.completedFuture(null);

  private final WorkBudgets budgets;
  private final Threads threads;
  private final Duration longest;

  /** Debts for which nobody waits longer than this, however they grow. */
  Debts(WorkBudgets budgets, Threads threads, Duration longest) {
    this.budgets = budgets;
    this.threads = threads;
    this.longest = longest;
  }

  /**
   * A user has caused so much work, in units of {@link Price}.
   *
   * @return what {@link #refund} may give back, in nanoseconds
   */
  long charge(String user, long units) {
    return budgets.charge(user, Price.surplus(units));
  }

  /** Work that was charged was not done. */
  void refund(String user, long taken) {
    budgets.refund(user, taken);
  }

  /** Whether a user has something to pay before it may cause more work. */
  boolean owes(String user) {
    return !budgets.wait(user).isZero();
  }

  /** Completes when all is paid, also what is charged meanwhile. May be cancelled. */
  CompletableFuture<Void> paid(String user) {
    if (!owes(user)) {
      return PAID;
    }
    CompletableFuture<Void> paid = new CompletableFuture<>();
    look(user, System.nanoTime() + longest.toNanos(), paid);
    return paid;
  }

  private void look(String user, long end, CompletableFuture<Void> paid) {
    long wait = Math.min(budgets.wait(user).toNanos(), end - System.nanoTime());
    if (wait <= 0) {
      paid.complete(null);
      return;
    }
    CompletableFuture<Void> pause = threads.pause(Duration.ofNanos(wait));
    pause.thenRun(() -> look(user, end, paid));
    paid.whenComplete((done, cancelled) -> pause.cancel(false));
  }
}
