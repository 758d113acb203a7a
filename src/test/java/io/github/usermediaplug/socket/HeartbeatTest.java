package io.github.usermediaplug.socket;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.exchange.Threads;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeartbeatTest {

  private final Threads threads = new Threads();
  private final FakeSession fake = new FakeSession();
  private final Outbound outbound =
      new Outbound(fake.session, threads, new AtomicLong(), false, () -> {});

  @Test
  void aClientIsPingedOnceInAnInterval() {
    Heartbeat heartbeat = new Heartbeat(outbound, Duration.ofNanos(1));
    heartbeat.beat();
    assertTrue(fake.sent.contains("(ping)"));
  }

  @Test
  void aClientIsNotPingedBeforeItsTime() {
    Heartbeat heartbeat = new Heartbeat(outbound, Duration.ofHours(1));
    assertTrue(heartbeat.beat());
    assertTrue(fake.sent.isEmpty());
  }

  @Test
  void aClientThatAnswersNothingIsFoundAfterTwoPings() {
    Heartbeat heartbeat = new Heartbeat(outbound, Duration.ofNanos(1));
    assertTrue(heartbeat.beat());
    assertTrue(heartbeat.beat());
    assertFalse(heartbeat.beat());
  }

  @Test
  void aClientThatAnswersIsKept() {
    Heartbeat heartbeat = new Heartbeat(outbound, Duration.ofNanos(1));
    for (int i = 0; i < 100; i++) {
      assertTrue(heartbeat.beat());
      heartbeat.seen();
    }
  }
}
