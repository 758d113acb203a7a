package io.github.usermediaplug.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Bounds how long a host's plug may keep its stages open: 20 seconds. Any thread may call it. */
@Dependent
public class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Threads threads;
  private final AtomicBoolean stopped;

  /** Patience by this timer: the one of CompletableFuture outlives the deployment, and keeps it. */
  @Inject
  public Patience(Threads threads) {
    this.threads = threads;
    this.stopped = threads.stopped();
  }

  /**
   * The same stage, failing with {@link TimeoutException} where it has not completed by then. What
   * completes after the deployment has stopped goes nowhere: no bean is there any more.
   */
  public <T> CompletionStage<T> with(CompletionStage<T> stage) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    if (future.isDone()) {
      return future;
    }
    CompletableFuture<T> bounded = new CompletableFuture<>();
    Future<?> timer =
        threads.after(
            LIMIT, () -> bounded.completeExceptionally(new TimeoutException("no answer in time")));
    future.whenComplete(
        (done, failure) -> {
          if (stopped.get()) {
            return;
          }
          timer.cancel(false);
          if (failure == null) {
            bounded.complete(done);
          } else {
            bounded.completeExceptionally(failure);
          }
        });
    return bounded;
  }
}
