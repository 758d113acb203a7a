package io.github.usermediaplug.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LaneTest {

  private static final int TIMES = 2_000;

  @Test
  void whenItHasTerminatedItsThreadHasEnded() throws InterruptedException {
    AtomicReference<Thread> thread = new AtomicReference<>();
    for (int i = 0; i < TIMES; i++) {
      Lane lane = new Lane(Thread::new);
      lane.execute(() -> thread.set(Thread.currentThread()));
      lane.shutdown();
      assertTrue(lane.awaitTermination(1, TimeUnit.MINUTES));
      assertFalse(thread.get().isAlive());
    }
  }

  @Test
  void withoutATaskItEndsToo() throws InterruptedException {
    Lane lane = new Lane(Thread::new);
    lane.shutdown();
    assertTrue(lane.awaitTermination(1, TimeUnit.MINUTES));
    assertEquals(0, lane.getPoolSize());
  }
}
