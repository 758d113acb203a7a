package io.github.usermediaplug.exchange;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Tomcat looks for threads that an application left behind, the moment it has ended. */
class ThreadsTest {

  private static final int TIMES = 1_000;
  private static final int TASKS = 16;

  private final Set<Thread> used = ConcurrentHashMap.newKeySet();

  @Test
  void whenAllHasStoppedEveryThreadHasEnded() throws InterruptedException {
    for (int i = 0; i < TIMES; i++) {
      Threads threads = new Threads();
      threads.open();
      List<Consumer<Runnable>> all =
          List.of(
              threads::close,
              threads::ping,
              threads::tell,
              task -> threads.after(Duration.ZERO, task));
      CountDownLatch done = new CountDownLatch(all.size() * TASKS);
      for (Consumer<Runnable> run : all) {
        for (int j = 0; j < TASKS; j++) {
          run.accept(
              () -> {
                used.add(Thread.currentThread());
                done.countDown();
              });
        }
      }
      assertTrue(done.await(1, TimeUnit.MINUTES));
      threads.stop();
      allHaveEnded();
    }
  }

  @Test
  void whenOneThreadsExecutorHasTerminatedItHasEnded() throws InterruptedException {
    for (int i = 0; i < TIMES; i++) {
      Threads threads = new Threads();
      threads.open();
      ExecutorService single = threads.single("lane");
      single.execute(() -> used.add(Thread.currentThread()));
      single.shutdown();
      assertTrue(single.awaitTermination(1, TimeUnit.MINUTES));
      allHaveEnded();
      threads.stop();
    }
  }

  private void allHaveEnded() {
    used.forEach(thread -> assertFalse(thread.isAlive(), thread.getName()));
    used.clear();
  }
}
