package io.github.usermediaplug.exchange;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread and what it has to do. An executor has terminated a moment before its thread has
 * ended, and in that moment Tomcat looks for threads that an application left behind; so the end of
 * this one is its thread's.
 */
final class Lane extends ThreadPoolExecutor {

  private volatile Thread thread; // by the thread itself

  Lane(ThreadFactory factory) {
    super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
  }

  @Override
  protected void beforeExecute(Thread runner, Runnable task) {
    thread = runner;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    boolean ended = super.awaitTermination(timeout, unit);
    if (ended && thread != null) {
      // No task runs any more, so this takes a moment of the time given at most.
      thread.join(Math.max(1, unit.toMillis(timeout)));
    }
    return ended;
  }
}
