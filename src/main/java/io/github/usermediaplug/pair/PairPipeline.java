package io.github.usermediaplug.pair;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.log.FailureLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Fires {@link Paired} and {@link Unpaired}, in the order the pairs began and ended, in one thread
 * of its own: no observer holds up a container's thread or the exchange. Any thread may call it.
 */
@ApplicationScoped
public class PairPipeline {

  private static final Logger LOG = Logger.getLogger(PairPipeline.class.getName());
  private static final int MAX_WAITING = 10_000;

  private final FailureLog failures = new FailureLog(LOG, Level.WARNING);
  private final BeanManager beans;
  private final ExecutorService lane;
  private final AtomicInteger waiting = new AtomicInteger();

  /** For the client proxy only. */
  protected PairPipeline() {
    this.beans = null;
    this.lane = null;
  }

  /** A pipeline to the observers these beans have. */
  @Inject
  public PairPipeline(BeanManager beans, Threads threads) {
    this.beans = beans;
    this.lane = threads.single("pair events");
  }

  /**
   * Whether observers have been so slow that no further pair should begin. The end of a pair is
   * always taken, so that what waits is bounded by this and by the pairs that live.
   */
  boolean isBehind() {
    return waiting.get() >= MAX_WAITING;
  }

  /** Fires the event in its turn, then runs what is to follow it. */
  void fire(Record event, Runnable then) {
    waiting.incrementAndGet();
    lane.execute(
        () -> {
          waiting.decrementAndGet();
          try {
            beans.resolveObserverMethods(event).stream()
                .filter(observer -> !observer.isAsync())
                .sorted(Comparator.comparingInt(ObserverMethod::getPriority))
                .forEach(observer -> notify(observer, event));
            beans.getEvent().fireAsync(event).exceptionally(failure -> passOver(event, failure));
          } finally {
            then.run();
          }
        });
  }

  /** Lets the events that wait go out, for five seconds at most, and takes no more. */
  public void drain() {
    lane.shutdown();
    try {
      if (!lane.awaitTermination(5, TimeUnit.SECONDS)) {
        int lost = lane.shutdownNow().size();
        LOG.warning(() -> "Observers of pairs took too long: " + lost + " events were not fired");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private <T> T passOver(T event, Throwable failure) {
    failures.failed("An asynchronous observer failed at " + event, failure);
    return event;
  }

  /** Each observer by itself: {@code Event.fire} would stop at the first that throws. */
  private <T> void notify(ObserverMethod<? super T> observer, T event) {
    try {
      observer.notify(event);
    } catch (RuntimeException | Error failure) {
      failures.failed(
          "An observer in " + observer.getBeanClass().getName() + " failed at " + event, failure);
    }
  }
}
