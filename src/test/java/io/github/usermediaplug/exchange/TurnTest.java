package io.github.usermediaplug.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnTest {

  private static final int THREADS = 40;
  private static final int STEPS = 50_000;

  private final Turn turn = new Turn();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private int count; // in a turn

  @AfterEach
  void stop() throws InterruptedException {
    threads.shutdownNow();
    assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS));
  }

  @Test
  void eachStepRunsOnceAndAlone() throws Exception {
    List<Callable<Integer>> all =
        IntStream.range(0, THREADS).<Callable<Integer>>mapToObj(i -> this::runSteps).toList();
    int wrong = 0;
    for (Future<Integer> thread : threads.invokeAll(all)) {
      wrong += thread.get();
    }
    assertEquals(0, wrong);
    assertEquals(THREADS * STEPS, count);
  }

  /** Gives how many steps did not see what they had done themselves. */
  private int runSteps() {
    int wrong = 0;
    int last = -1;
    for (int i = 0; i < STEPS; i++) {
      int seen = turn.run(() -> count++).get();
      if (seen <= last || turn.isOurs()) {
        wrong++;
      }
      last = seen;
    }
    return wrong;
  }

  @Test
  void whatWaitsRunsInOrderAndWithoutItsOwnThread() throws Exception {
    Future<?> first = threads.submit(() -> turn.run(this::hold));
    held.await();
    List<Integer> order = new ArrayList<>();
    List<Future<Thread>> others = new ArrayList<>();
    for (int i = 0; i < THREADS - 1; i++) {
      int one = i;
      Thread[] own = new Thread[1];
      others.add(
          threads.submit(
              () -> {
                own[0] = Thread.currentThread();
                Thread runner =
                    turn.run(
                            () -> {
                              order.add(one);
                              return Thread.currentThread();
                            })
                        .get();
                assertNotSame(own[0], runner);
                return runner;
              }));
      await(i + 1);
    }
    goOn.countDown();
    first.get();
    Thread runner = others.get(0).get();
    for (Future<Thread> other : others) {
      assertSame(runner, other.get());
    }
    assertEquals(IntStream.range(0, THREADS - 1).boxed().toList(), order);
  }

  @Test
  void aStepThatFailsFailsInItsOwnThreadOnly() throws Exception {
    Future<?> first = threads.submit(() -> turn.run(this::hold).get());
    held.await();
    Future<?> failing =
        threads.submit(
            () ->
                turn.run(
                        () -> {
                          throw new IllegalStateException("of this step");
                        })
                    .get());
    await(1);
    Future<String> next = threads.submit(() -> turn.run(() -> "next").get());
    await(2);
    goOn.countDown();
    first.get();
    assertEquals("next", next.get());
    ExecutionException failure = assertThrows(ExecutionException.class, failing::get);
    assertEquals("of this step", failure.getCause().getMessage());
  }

  @Test
  void noFailureEndsTheTurnsOfOthers() {
    assertThrows(
        OutOfMemoryError.class,
        () ->
            turn.run(
                    () -> {
                      throw new OutOfMemoryError("of this test");
                    })
                .get());
    assertThrows(IllegalStateException.class, () -> turn.run(() -> sneak(new Exception())).get());
    assertEquals("next", turn.run(() -> "next").get());
    assertFalse(turn.isOurs());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> String sneak(Exception checked) throws E {
    throw (E) checked;
  }

  @Test
  void whatAStepLeavesComesWithItsOutcome() {
    Runnable work = () -> {};
    Turn.Step<Void> outcome =
        turn.run(
            () -> {
              turn.leave(work);
              return null;
            });
    assertEquals(List.of(work), outcome.left());
    assertEquals(List.of(), turn.run(() -> null).left());
  }

  @Test
  void aThreadThatIsInterruptedWaitsAllTheSameAndStaysInterrupted() throws Exception {
    Future<?> first = threads.submit(() -> turn.run(this::hold));
    held.await();
    Future<Boolean> interrupted =
        threads.submit(
            () -> {
              Thread.currentThread().interrupt();
              turn.run(() -> count++);
              return Thread.interrupted();
            });
    await(1);
    assertFalse(interrupted.isDone());
    goOn.countDown();
    first.get();
    assertTrue(interrupted.get());
    assertEquals(1, count);
  }

  private Void hold() {
    held.countDown();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return null;
  }

  /** So many steps wait, so that the next comes behind them. */
  private void await(int steps) {
    while (turn.waiting() < steps) {
      Thread.onSpinWait();
    }
  }
}
