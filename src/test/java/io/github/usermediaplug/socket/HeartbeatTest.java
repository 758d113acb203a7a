package io.github.usermediaplug.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.github.usermediaplug.exchange.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HeartbeatTest {

  private final Threads threads = new Threads();
  private final FakeSession fake = new FakeSession();
  private final Outbound outbound =
      new Outbound(
          fake.session,
          threads,
          new MemoryBudget(1 << 20, 1 << 20, owner -> {}).share(MemoryOwner.user("ada"), () -> {}),
          Optional.empty(),
          () -> {});

  @BeforeEach
  void open() {
    threads.open();
  }

  @AfterEach
  void stop() {
    threads.stop();
  }

  @Test
  void aClientIsPingedOnceInAnInterval() {
    Heartbeat heartbeat = heartbeat(Duration.ofNanos(1), Runnable::run);
    heartbeat.beat();
    assertTrue(fake.sent.contains("(ping)"));
  }

  /** On Tomcat a ping waits for a client that takes nothing; whoever beats, beats for all. */
  @Test
  void aPingIsLeftToWhoeverMayWait() {
    List<Runnable> left = new ArrayList<>();
    Heartbeat heartbeat = heartbeat(Duration.ofNanos(1), left::add);
    assertTrue(heartbeat.beat());
    assertTrue(heartbeat.beat());
    assertTrue(fake.sent.isEmpty());
    left.forEach(Runnable::run);
    assertEquals(List.of("(ping)"), fake.sent);
  }

  @Test
  void aPingThatHadNoTurnCountsForNothing() {
    outbound.enqueue(new Frame.Own("first"));
    Heartbeat heartbeat = heartbeat(Duration.ofNanos(1), Runnable::run);
    for (int i = 0; i < 100; i++) {
      assertTrue(heartbeat.beat());
    }
    assertTrue(fake.sent.isEmpty());
  }

  @Test
  void aClientIsNotPingedBeforeItsTime() {
    Heartbeat heartbeat = heartbeat(Duration.ofHours(1), Runnable::run);
    assertTrue(heartbeat.beat());
    assertTrue(fake.sent.isEmpty());
  }

  @Test
  @Timeout(value = 60, threadMode = SEPARATE_THREAD)
  void clientsThatCameAtOnceArePingedAllTheIntervalLong() {
    List<Heartbeat> all =
        Stream.generate(() -> heartbeat(Duration.ofHours(1), Runnable::run)).limit(10_000).toList();
    while (fake.sent.isEmpty()) {
      all.forEach(Heartbeat::beat);
    }
    assertTrue(fake.sent.size() < all.size() / 2);
  }

  @Test
  void aClientThatAnswersNothingIsFoundAfterTwoPings() {
    Heartbeat heartbeat = heartbeat(Duration.ofNanos(1), Runnable::run);
    assertTrue(heartbeat.beat());
    assertTrue(heartbeat.beat());
    assertFalse(heartbeat.beat());
  }

  @Test
  void aClientThatIsBeingClosedIsNotWaitedForWithoutEnd() {
    outbound.abandon(Closing.REPLACED);
    aClientThatAnswersNothingIsFoundAfterTwoPings();
    assertTrue(fake.sent.isEmpty());
  }

  @Test
  void whatAClientSaysThatIsBeingClosedIsNoSignOfLife() {
    Heartbeat heartbeat = heartbeat(Duration.ofNanos(1), Runnable::run);
    outbound.abandon(Closing.REPLACED);
    assertTrue(heartbeat.beat());
    assertTrue(heartbeat.beat());
    heartbeat.seen();
    assertFalse(heartbeat.beat());
  }

  @Test
  void aClientThatCannotBePingedIsFoundToo() {
    fake.duringPing =
        () -> {
          throw new IllegalStateException("gone");
        };
    aClientThatAnswersNothingIsFoundAfterTwoPings();
  }

  @Test
  void aPingThatFoundNoThreadIsTriedAgain() {
    List<Runnable> left = new ArrayList<>();
    Heartbeat heartbeat =
        heartbeat(
            Duration.ofNanos(1),
            task -> {
              left.add(task);
              throw new OutOfMemoryError("unable to create native thread");
            });
    assertTrue(heartbeat.beat());
    assertTrue(heartbeat.beat());
    assertEquals(2, left.size());
  }

  @Test
  void aClientThatAnswersIsKept() {
    Heartbeat heartbeat = heartbeat(Duration.ofNanos(1), Runnable::run);
    for (int i = 0; i < 100; i++) {
      assertTrue(heartbeat.beat());
      heartbeat.seen();
    }
  }

  private Heartbeat heartbeat(Duration interval, Executor pingers) {
    return new Heartbeat(outbound, interval, Duration.ofSeconds(15), pingers);
  }
}
