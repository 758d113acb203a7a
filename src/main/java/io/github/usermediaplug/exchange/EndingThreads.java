package io.github.usermediaplug.exchange;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Makes an executor's threads and sees them end. An executor has terminated a moment before its
 * threads have ended, and in that moment Tomcat looks for threads that an application left behind.
 */
final class EndingThreads implements ThreadFactory {

  private final ThreadFactory factory;
  private final Set<Thread> begun = ConcurrentHashMap.newKeySet();

  EndingThreads(ThreadFactory factory) {
    this.factory = factory;
  }

  @Override
  public Thread newThread(Runnable task) {
    return factory.newThread(
        () -> {
          begun.removeIf(thread -> !thread.isAlive());
          begun.add(Thread.currentThread());
          task.run();
        });
  }

  /** Waits for all; the executor has terminated, so this takes a moment of the time at most. */
  void join(long timeout, TimeUnit unit) throws InterruptedException {
    for (Thread thread : begun) {
      thread.join(Math.max(1, unit.toMillis(timeout)));
    }
  }
}
