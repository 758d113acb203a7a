package io.github.usermediaplug.exchange;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * So many threads, while there is something for them to do, and the tasks that wait for one. When
 * it has terminated its threads have ended.
 */
final class Lanes extends ThreadPoolExecutor {

  private static final int IDLE_SECONDS = 10;

  private final EndingThreads threads;

  Lanes(int count, EndingThreads threads) {
    super(count, count, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    allowCoreThreadTimeOut(true);
    this.threads = threads;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    boolean ended = super.awaitTermination(timeout, unit);
    if (ended) {
      threads.join(timeout, unit);
    }
    return ended;
  }
}
