package io.github.usermediaplug.it.client;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** Lets several do something at the same moment, each on a thread of its own. */
public final class AtOnce {
  private static final int PATIENCE_SECONDS = 120;

  private AtOnce() {}

  /** What each came back with, in the order given; fails with the first failure. */
  public static <T> List<T> all(List<Callable<T>> actions) {
    ExecutorService threads = Executors.newFixedThreadPool(actions.size());
    CyclicBarrier start = new CyclicBarrier(actions.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> action : actions) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return action.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get(PATIENCE_SECONDS, SECONDS));
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("not all came to an end", e);
    } finally {
      threads.shutdownNow();
    }
  }

  public static <T> List<T> both(Callable<T> one, Callable<T> other) {
    return all(List.of(one, other));
  }
}
