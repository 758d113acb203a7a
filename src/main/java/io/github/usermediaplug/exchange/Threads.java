package io.github.usermediaplug.exchange;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The deployment's own threads, few and named. On a server with Jakarta Concurrency they come from
 * its default managed thread factory, so that a host's observer finds its naming context and class
 * loader; elsewhere (Tomcat) they are plain daemon threads.
 */
@ApplicationScoped
public class Threads {

  private static final Logger LOG = Logger.getLogger(Threads.class.getName());
  private static final String MANAGED = "java:comp/DefaultManagedThreadFactory";
  private static final int CLOSERS = 8;
  private static final int PINGERS = 8;
  private static final int WORKERS = Math.max(2, Runtime.getRuntime().availableProcessors());
  private static final int TELLERS = WORKERS / 2;

  private final AtomicBoolean stopped = new AtomicBoolean();
  private ThreadFactory factory;
  private EndingThreads timers;
  private ScheduledThreadPoolExecutor timer;
  private ExecutorService closers;
  private ExecutorService pingers;
  private ExecutorService workers;
  private ExecutorService tellers;
  private ExecutorService readers;

  /** Makes ready; each thread starts with its first task. No constructor: a proxy would run it. */
  @PostConstruct
  public void open() {
    stopped.set(false);
    factory = factory();
    timers = named("timer");
    timer = new ScheduledThreadPoolExecutor(1, timers, new ThreadPoolExecutor.DiscardPolicy());
    timer.setRemoveOnCancelPolicy(true);
    closers = new Lanes(CLOSERS, named("closer"));
    pingers = new Lanes(PINGERS, named("pinger"));
    workers = new Lanes(WORKERS, named("worker"));
    tellers = new Lanes(TELLERS, named("teller"));
    readers = new Lanes(WORKERS, named("reader"));
  }

  /** Runs a task once after a time, unless all has stopped by then. It must not block. */
  public Future<?> after(Duration delay, Runnable task) {
    return timer.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Completes after a time, unless all has stopped by then. What depends on it runs in a thread of
   * its own kind, so that it holds up no timer; it must not block. Cancelling it keeps nothing of
   * it.
   */
  public CompletableFuture<Void> pause(Duration time) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    Future<?> waiting =
        timer.schedule(
            () -> workers.execute(() -> over.complete(null)), time.toNanos(), TimeUnit.NANOSECONDS);
    over.whenComplete((done, cancelled) -> waiting.cancel(false));
    return over;
  }

  /** Runs a task again and again; it must not block. */
  public Future<?> every(Duration period, Runnable task) {
    long millis = period.toMillis();
    return timer.scheduleWithFixedDelay(guarded(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  /**
   * Runs a task that may block for a bounded time: closing a session waits, on some containers, for
   * a send that a stalled peer holds up. At most one task a session, which bounds the queue.
   */
  public void close(Runnable task) {
    try {
      closers.execute(guarded(task));
    } catch (RejectedExecutionException stopped) {
      task.run();
    }
  }

  /**
   * Runs a task that pings, which waits on some containers for a client that takes nothing, up to a
   * bound. At most one task a session, which bounds the queue.
   */
  public void ping(Runnable task) {
    pingers.execute(guarded(task));
  }

  /**
   * Runs a task that tells many users something, and must not block. In threads apart, so that it
   * holds up no reply. At most one task a user, which bounds the queue. Does nothing once all has
   * stopped.
   */
  public void tell(Runnable task) {
    try {
      tellers.execute(guarded(task));
    } catch (RejectedExecutionException stopped) {
      LOG.log(Level.FINE, "Nobody is told anything any more", stopped);
    }
  }

  /**
   * Runs a task that reads what a client has sent, and must not block. At most one task a session,
   * which bounds the queue. Does nothing once all has stopped.
   */
  public void read(Runnable task) {
    try {
      readers.execute(guarded(task));
    } catch (RejectedExecutionException stopped) {
      LOG.log(Level.FINE, "Nobody is read any more", stopped);
    }
  }

  /** A thread of its own for one room, which bounds what it hands to it and also ends it. */
  public ExecutorService single(String name) {
    return new Lanes(1, named(name));
  }

  /** Ends the threads, and waits until they are gone, for five seconds each at most. */
  public void stop() {
    stopped.set(true);
    timer.shutdownNow();
    closers.shutdown();
    try {
      if (timer.awaitTermination(5, TimeUnit.SECONDS)) {
        timers.join(5, TimeUnit.SECONDS);
      }
      workers.shutdownNow(); // the timer's tasks give it work, as they do to the next
      workers.awaitTermination(5, TimeUnit.SECONDS);
      tellers.shutdownNow();
      tellers.awaitTermination(5, TimeUnit.SECONDS);
      readers.shutdownNow();
      readers.awaitTermination(5, TimeUnit.SECONDS);
      pingers.shutdownNow();
      pingers.awaitTermination(5, TimeUnit.SECONDS);
      if (!closers.awaitTermination(5, TimeUnit.SECONDS)) {
        closers.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether they have ended; to be kept, for after the end nobody can be asked any more. */
  public AtomicBoolean stopped() {
    return stopped;
  }

  private EndingThreads named(String name) {
    return new EndingThreads(
        task -> {
          Thread thread = factory.newThread(task);
          thread.setName("user-media-plug " + name);
          return thread;
        });
  }

  private static ThreadFactory factory() {
    try {
      return InitialContext.doLookup(MANAGED);
    } catch (NamingException noConcurrency) {
      return task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
      };
    }
  }

  /** A timer drops a repeated task that throws once. */
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | Error failure) {
        LOG.log(Level.SEVERE, "A task failed; the deployment goes on", failure);
      }
    };
  }
}
