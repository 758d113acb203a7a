package io.github.usermediaplug.it.server;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What lives on the server's heap, looked at again and again until this is closed. Each look stops
 * the server for a full collection, so there is time between.
 */
public final class WatchedHeap implements AutoCloseable {
  private static final int BETWEEN_MILLIS = 3000;

  private final RunningServer server;
  private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong peak = new AtomicLong();

  public WatchedHeap(RunningServer server) {
    this.server = server;
    watch.scheduleWithFixedDelay(this::look, 0, BETWEEN_MILLIS, MILLISECONDS);
  }

  /** Looks once more; at no time was there more than this, in bytes. */
  public void neverExceeded(long most) {
    look();
    assertTrue(peak.get() <= most, () -> peak + " bytes lived, of " + most);
  }

  private void look() {
    long live = server.liveBytes();
    peak.accumulateAndGet(live, Math::max);
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
