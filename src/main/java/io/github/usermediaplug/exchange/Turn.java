package io.github.usermediaplug.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs steps one at a time, in the order in which they come. A thread that finds another at it
 * waits, and that one runs its step too: with a lock each step would need a thread to be woken
 * first, which takes milliseconds on a busy machine, for each of two hundred that wait. Any thread
 * may call it.
 */
final class Turn {

  /** How many steps of others a thread runs before one of those goes on. */
  private static final int MOST_OF_OTHERS = 64;

  private final AtomicInteger steps = new AtomicInteger(); // that run or wait
  private final Queue<Step<?>> waiting = new ConcurrentLinkedQueue<>();
  private volatile Thread running;
  private List<Runnable> left = new ArrayList<>(); // by the running thread

  /** What came of a step, and what it left to be done when its turn is over. */
  record Outcome<T>(T result, Throwable failure, List<Runnable> left) {

    /** The result; what the step threw is thrown in the thread that it is for. */
    T get() {
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      return result;
    }
  }

  /** Whether this thread runs a step. */
  boolean isOurs() {
    return running == Thread.currentThread();
  }

  /** How many steps wait. */
  int waiting() {
    return waiting.size();
  }

  /** In a step: this is to be done when its turn is over. */
  void leave(Runnable work) {
    left.add(work);
  }

  /** Runs a step, here or in another thread; must not be called in a step. */
  <T> Outcome<T> run(Supplier<T> work) {
    if (steps.compareAndSet(0, 1)) {
      running = Thread.currentThread();
      Outcome<T> outcome = outcome(work);
      runOthers();
      return outcome;
    }
    Step<T> step = new Step<>(work);
    waiting.add(step);
    if (steps.getAndIncrement() == 0) {
      runWaiting();
    }
    while (step.outcome == null) {
      if (step.goesOn.join()) {
        runWaiting();
      }
    }
    return step.outcome;
  }

  /** Not always this thread's own: who came before may not have counted yet. */
  private void runWaiting() {
    running = Thread.currentThread();
    waiting.remove().run(this);
    runOthers();
  }

  /** One step has been run, and still counts. */
  private void runOthers() {
    int others = 0;
    while (!endsAll()) {
      if (others == MOST_OF_OTHERS) {
        waiting.element().goesOn.complete(true);
        return;
      }
      others++;
      running = Thread.currentThread();
      waiting.remove().run(this);
    }
  }

  /** Once the last step does not count any more, the next to come runs by itself. */
  private boolean endsAll() {
    running = null;
    return steps.decrementAndGet() == 0;
  }

  private <T> Outcome<T> outcome(Supplier<T> work) {
    T result = null;
    Throwable failure = null;
    try {
      result = work.get();
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
    }
    if (left.isEmpty()) {
      return new Outcome<>(result, failure, List.of());
    }
    List<Runnable> due = left;
    left = new ArrayList<>();
    return new Outcome<>(result, failure, due);
  }

  /** A step that waits for its turn, and its thread with it. */
  private static final class Step<T> {

    private final Supplier<T> work;
    private final CompletableFuture<Boolean> goesOn = new CompletableFuture<>(); // no: it has run
    private volatile Outcome<T> outcome;

    private Step(Supplier<T> work) {
      this.work = work;
    }

    private void run(Turn turn) {
      outcome = turn.outcome(work);
      goesOn.complete(false);
    }
  }
}
