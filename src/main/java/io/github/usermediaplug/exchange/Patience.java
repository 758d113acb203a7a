package io.github.usermediaplug.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** Bounds how long a host's plug may keep its stages open: 20 seconds. Any thread may call it. */
@Dependent
public class Patience {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Threads threads;

  /** Patience by this timer: the one of CompletableFuture outlives the deployment, and keeps it. */
  @Inject
  public Patience(Threads threads) {
    this.threads = threads;
  }

  /** The same stage, failing with {@link TimeoutException} where it has not completed by then. */
  public <T> CompletionStage<T> with(CompletionStage<T> stage) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    if (future.isDone()) {
      return future;
    }
    CompletableFuture<T> bounded = future.copy();
    Future<?> timer =
        threads.after(
            LIMIT, () -> bounded.completeExceptionally(new TimeoutException("no answer in time")));
    return bounded.whenComplete((done, failure) -> timer.cancel(false));
  }
}
