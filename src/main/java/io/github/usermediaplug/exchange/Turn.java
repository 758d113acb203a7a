package io.github.usermediaplug.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Runs steps one at a time, in the order in which they come. A thread that finds another at it
 * waits, and that one runs its step too: with a lock each step would need a thread to be woken
 * first, which takes milliseconds on a busy machine, for each of two hundred that wait. Any thread
 * may call it. Whatever a step throws, memory that has run out included, the next one runs.
 */
final class Turn {

  /** How many steps of others a thread runs before one of those goes on. */
  private static final int MOST_OF_OTHERS = 64;

  private final AtomicInteger steps = new AtomicInteger(); // that run or wait
  private final Queue<Step<?>> waiting = new ConcurrentLinkedQueue<>();
  private volatile Step<?> running; // by the thread that runs it

  /** How many steps wait. */
  int waiting() {
    return waiting.size();
  }

  /** Whether this thread runs a step. */
  boolean isOurs() {
    Step<?> step = running;
    return step != null && step.runner == Thread.currentThread();
  }

  /** In a step: this is to be done when its turn is over. */
  void leave(Runnable work) {
    running.leave(work);
  }

  /**
   * Runs a step, here or in another thread, and gives what came of it; must not be called in a
   * step.
   */
  <T> Step<T> run(Supplier<T> work) {
    Step<T> step = new Step<>(work);
    if (steps.compareAndSet(0, 1)) {
      run(step);
      runOthers();
      return step;
    }
    waiting.add(step);
    if (steps.getAndIncrement() == 0) {
      runWaiting();
    }
    while (step.awaitNews() == News.IS_NEXT) {
      step.news = News.NONE;
      runWaiting();
    }
    return step;
  }

  /** Not always this thread's own: who came before may not have counted yet. */
  private void runWaiting() {
    run(waiting.remove());
    runOthers();
  }

  /** One step has been run, and still counts. */
  private void runOthers() {
    // Once the last one does not count any more, the next to come runs by itself.
    for (int others = 0; steps.decrementAndGet() > 0; others++) {
      if (others == MOST_OF_OTHERS) {
        waiting.element().tell(News.IS_NEXT);
        return;
      }
      run(waiting.remove());
    }
  }

  private void run(Step<?> step) {
    step.runner = Thread.currentThread();
    running = step;
    step.run();
    running = null;
    step.tell(News.HAS_RUN);
  }

  private enum News {
    NONE,
    IS_NEXT,
    HAS_RUN
  }

  /** A step, and what came of it. To end it takes no memory: it ends also if there is none left. */
  static final class Step<T> {

    private final Thread thread = Thread.currentThread();
    private final Supplier<T> work;
    private volatile News news = News.NONE;

    // By the thread that runs it, until it has run.
    private Thread runner;
    private T result;
    private Throwable failure;
    private List<Runnable> left;

    private Step(Supplier<T> work) {
      this.work = work;
    }

    private void run() {
      try {
        result = work.get();
      } catch (Throwable thrown) {
        failure = thrown;
      }
    }

    private void leave(Runnable after) {
      if (left == null) {
        left = new ArrayList<>();
      }
      left.add(after);
    }

    private void tell(News said) {
      news = said;
      if (thread != Thread.currentThread()) {
        LockSupport.unpark(thread);
      }
    }

    private News awaitNews() {
      boolean interrupted = false;
      while (news == News.NONE) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        thread.interrupt();
      }
      return news;
    }

    /** What it left to be done. */
    List<Runnable> left() {
      return left == null ? List.of() : left;
    }

    /** The result; what the step threw is thrown in the thread that it is for. */
    T get() {
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure != null) {
        throw new IllegalStateException(failure);
      }
      return result;
    }
  }
}
