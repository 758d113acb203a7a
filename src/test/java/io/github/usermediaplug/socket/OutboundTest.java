package io.github.usermediaplug.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.exchange.Threads;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String WAITS = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private final Threads threads = new Threads();
  private final MemoryBudget all = new MemoryBudget(1 << 30, 1 << 30, owner -> {});
  private final MemoryShare share = share();
  private final FakeSession fake = new FakeSession();
  private Outbound outbound;
  private Outbound slow;
  private long now;

  @BeforeEach
  void open() {
    threads.open();
    outbound = new Outbound(fake.session, threads, share, Optional.empty(), () -> {});
  }

  @AfterEach
  void stop() {
    threads.stop();
  }

  @Test
  void oneSendIsUnderWayAtATime() {
    send("a", "b", "c");
    assertEquals(1, fake.underWay());
    fake.complete();
    assertEquals(List.of("a", "b"), fake.sent);
    assertEquals(1, fake.underWay());
  }

  @Test
  void sendsThatCompleteInTheCallersThreadDoNotRecurse() {
    fake.completesAtOnce = true;
    IntStream.range(0, 100_000).forEach(i -> outbound.enqueue(frame("x")));
    outbound.flush();
    assertEquals(100_000, fake.sent.size());
    assertEquals(0, all.used());
  }

  @Test
  void aPingWaitsForNoTurnWhereMessagesDo() {
    send("a");
    outbound.ping(PATIENCE, () -> {});
    fake.complete();
    assertEquals(List.of("a"), fake.sent);
  }

  @Test
  void whatComesDuringAPingIsSentAfterIt() {
    fake.duringPing =
        () -> {
          send("a");
          assertEquals(List.of("(ping)"), fake.sent);
        };
    outbound.ping(PATIENCE, () -> {});
    assertEquals(List.of("(ping)", "a"), fake.sent);
    fake.complete();
    assertEquals(0, all.used());
  }

  @Test
  void aClientHasItsTimeToTakeAPing() {
    List<Object> waits = new ArrayList<>();
    fake.duringPing = () -> waits.add(fake.properties.get(WAITS));
    outbound.ping(PATIENCE, () -> {});
    waits.add(fake.properties.get(WAITS));
    assertEquals(List.of(PATIENCE.toMillis(), 5000L), waits);
  }

  @Test
  void aClientThatIsBeingClosedIsNotWaitedForLonger() {
    fake.duringPing =
        () -> {
          outbound.abandon(Closing.UNPAIRED);
          fake.closed.orTimeout(5, TimeUnit.SECONDS).join();
        };
    outbound.ping(PATIENCE, () -> {});
    assertEquals(250L, fake.properties.get(WAITS));
  }

  /** On Tomcat the session has ended by the time the ping is said to have failed. */
  @Test
  void aPingThatFailsEndsTheConnectionAndNothingElse() throws Exception {
    fake.duringPing =
        () -> {
          fake.ended = true;
          throw new IllegalStateException("The WebSocket session has been closed");
        };
    outbound.ping(PATIENCE, () -> {});
    assertEquals(Closing.BROKEN.reason(), fake.closed.get(5, TimeUnit.SECONDS));
  }

  @Test
  void aClosingSessionIsNotPinged() {
    send("a");
    outbound.finish(Closing.UNPAIRED);
    fake.complete();
    outbound.ping(PATIENCE, () -> {});
    assertEquals(List.of("a"), fake.sent);
  }

  @Test
  void aClosingSessionSendsWhatIsQueuedAndThenCloses() throws Exception {
    send("a", "b");
    outbound.finish(Closing.UNPAIRED);
    assertFalse(outbound.enqueue(frame("late")));
    assertTrue(outbound.isClosing());
    fake.complete();
    assertFalse(fake.closed.isDone());
    fake.complete();
    assertEquals(Closing.UNPAIRED.reason(), fake.closed.get(5, TimeUnit.SECONDS));
  }

  @Test
  void aMessageThatMayStillArriveIsNotGivenBack() {
    send("under way", "waiting");
    outbound.abandon(Closing.REPLACED);
    assertEquals(List.of(frame("waiting")), outbound.release());
    fake.complete();
    assertEquals(0, all.used());
    assertEquals(List.of("under way"), fake.sent);
  }

  @Test
  void aMessageWhoseSendFailedIsGivenBack() throws Exception {
    send("failed", "waiting");
    fake.fail();
    assertEquals(Closing.BROKEN.reason(), fake.closed.get(5, TimeUnit.SECONDS));
    assertEquals(List.of(frame("failed"), frame("waiting")), outbound.release());
    assertEquals(0, all.used());
  }

  @Test
  void whatTheContainerHoldsCountsUntilItHasBeenRead() {
    fake.completesAtOnce = true;
    Outbound pinged =
        new Outbound(fake.session, threads, share, Optional.of(new PingWindow(true)), () -> {});
    pinged.enqueue(frame("x".repeat(300 << 10)));
    pinged.flush();
    assertEquals(300 << 10, all.used());
    assertEquals(0, pinged.backlog());
    pinged.pong(fake.pings.get(0));
    assertEquals(0, all.used());
  }

  @Test
  void whatIsUnreadWaitsButCountsNotIfItIsNotOfTheHeap() {
    fake.completesAtOnce = true;
    Outbound pinged =
        new Outbound(fake.session, threads, share, Optional.of(new PingWindow(false)), () -> {});
    pinged.enqueue(frame("x".repeat(300 << 10)));
    pinged.enqueue(frame("after it has been read"));
    pinged.flush();
    assertEquals(pinged.backlog(), all.used());
    assertEquals("(ping)", fake.sent.get(fake.sent.size() - 1));
    pinged.pong(fake.pings.get(0));
    assertEquals("after it has been read", fake.sent.get(fake.sent.size() - 1));
    assertEquals(0, all.used());
  }

  @Test
  void whatTheContainerHoldsIsForgottenWithTheConnection() {
    fake.completesAtOnce = true;
    Outbound pinged =
        new Outbound(fake.session, threads, share, Optional.of(new PingWindow(true)), () -> {});
    pinged.enqueue(frame("x".repeat(300 << 10)));
    pinged.flush();
    pinged.abandon(Closing.BROKEN);
    pinged.release();
    pinged.pong(fake.pings.get(0));
    assertEquals(0, all.used());
  }

  @Test
  void whoReadsNothingWeighsMoreThanWhoHasJustNotReadYet() {
    fake.completesAtOnce = true;
    MemoryShare ofStalled = share();
    Outbound stalled =
        new Outbound(fake.session, threads, ofStalled, Optional.of(new PingWindow(true)), () -> {});
    stalled.enqueue(frame("x".repeat(300 << 10)));
    stalled.flush();
    Outbound flowing = outbound;
    fake.completesAtOnce = false;
    flowing.enqueue(frame("y".repeat(4 << 10)));
    flowing.flush();
    fake.completesAtOnce = true;
    stalled.enqueue(frame("what the container takes without its being read"));
    stalled.flush();
    long now = System.nanoTime();
    assertTrue(ofStalled.weight(now) > share.weight(now));
  }

  @Test
  void aPongThatAnswersNothingIsNoProgress() {
    fake.completesAtOnce = true;
    Outbound pinged =
        new Outbound(fake.session, threads, share, Optional.of(new PingWindow(true)), () -> {});
    pinged.enqueue(frame("x".repeat(300 << 10)));
    pinged.flush();
    long now = System.nanoTime();
    double before = share.weight(now);
    pinged.pong(ByteBuffer.allocate(0));
    assertEquals(before, share.weight(now));
  }

  /** On a line of 4 kB/s that takes 16 s. */
  @Test
  void aLongMessageHasItsTimeBeforeItsReceiverIsStalled() {
    slow(Optional.empty()).enqueue(frame("x".repeat(64 << 10)));
    slow.flush();
    assertEquals(seconds(12), stalledAfter(16));
    fake.complete();
    slow.enqueue(frame("x"));
    slow.flush();
    assertEquals(seconds(16), stalledAfter(16), 1e6);
  }

  @Test
  void itHasItsTimeWherePongsTellToo() {
    fake.completesAtOnce = true;
    slow(Optional.of(new PingWindow(true))).enqueue(frame("x".repeat(128 << 10)));
    slow.enqueue(frame("x"));
    slow.flush();
    assertEquals(seconds(8), stalledAfter(16));
    assertEquals(1, slow.backlog() - Frame.OVERHEAD);
  }

  @Test
  void whoTakesNothingKeepsNoMessageForLongerBecauseItIsLong() {
    slow(Optional.empty()).enqueue(frame("x".repeat(4 << 20)));
    slow.flush();
    assertEquals(seconds(15), stalledAfter(75));
  }

  private Outbound slow(Optional<PingWindow> window) {
    slow = new Outbound(fake.session, threads, share, share, window, () -> {}, () -> now);
    return slow;
  }

  private long stalledAfter(int seconds) {
    now += seconds(seconds);
    return slow.stalledNanos();
  }

  private static long seconds(int count) {
    return TimeUnit.SECONDS.toNanos(count);
  }

  private MemoryShare share() {
    return all.share(MemoryOwner.user("ada"), () -> {});
  }

  @Test
  void ofAUsersPresenceTheNewestWaitsInTheOldOnesPlace() {
    send("under way");
    outbound.pushPresence("ann", "ann 1");
    outbound.pushPresence("bob", "bob 1");
    outbound.pushPresence("ann", "ann 2");
    outbound.pushPresence("ann", "ann 3");
    long one = outbound.pushedBy("bob");
    assertEquals(one, outbound.pushedBy("ann"));
    assertEquals(2 * one, outbound.pushed());
    assertEquals(List.of("under way", "ann 3", "bob 1"), allSent());
    assertEquals(0, outbound.backlog());
    assertEquals(0, outbound.pushed());
  }

  /** Its text may be one that nobody else is told. */
  @Test
  void aPresenceCountsWithItsText() {
    send("under way");
    outbound.pushPresence("ann", "x".repeat(1_000));
    assertTrue(outbound.pushedBy("ann") > 1_000);
    outbound.pushPresence("ann", "x".repeat(2_000));
    assertTrue(outbound.pushedBy("ann") > 2_000);
    outbound.pushPresence("ann", "x");
    assertTrue(outbound.pushedBy("ann") < 1_000);
    assertEquals(outbound.pushedBy("ann"), outbound.pushed());
    assertEquals(List.of("under way", "x"), allSent());
    assertEquals(0, outbound.pushed());
    assertEquals(0, outbound.backlog());
  }

  @Test
  void presenceDoesNotOvertakeWhatItsUserDidBefore() {
    send("under way");
    outbound.pushPresence("ann", "ann is here");
    outbound.push("ann", "ann calls");
    outbound.push("bob", "bob calls");
    outbound.pushPresence("ann", "ann is busy");
    outbound.push("ann", "ann cancels");
    outbound.pushPresence("ann", "ann is gone");
    assertEquals(
        List.of(
            "under way",
            "ann is here",
            "ann calls",
            "bob calls",
            "ann is busy",
            "ann cancels",
            "ann is gone"),
        allSent());
    assertEquals(0, outbound.backlog());
    assertEquals(0, outbound.pushedBy("ann"));
  }

  @Test
  void aClosingSessionSendsThePresenceThatWasSaidBefore() throws Exception {
    send("under way");
    outbound.pushPresence("ann", "ann is here");
    outbound.push("ann", "ann calls");
    outbound.finish(Closing.UNPAIRED);
    outbound.pushPresence("ann", "ann is busy");
    outbound.pushPresence("ann", "ann is gone");
    assertEquals(List.of("under way", "ann is here", "ann calls"), allSent());
    assertEquals(Closing.UNPAIRED.reason(), fake.closed.get(5, TimeUnit.SECONDS));
    assertEquals(0, all.used());
  }

  @Test
  void thePresenceOfManyDelaysNoCallAndNoReply() {
    send("under way");
    outbound.pushPresence("ann", "ann is here");
    outbound.pushPresence("bob", "bob is here");
    outbound.push("cem", "cem calls");
    send("a reply");
    assertEquals(
        List.of("under way", "cem calls", "a reply", "ann is here", "bob is here"), allSent());
    assertEquals(0, outbound.backlog());
  }

  @Test
  void presenceThatWaitsIsGivenBackWithTheRest() {
    send("under way");
    outbound.pushPresence("ann", "ann is here");
    outbound.release();
    assertEquals(0, outbound.backlog());
    assertEquals(0, outbound.pushedBy("ann"));
  }

  @Test
  void whatIsFinishedIsClosedOnceTheWaitingPresenceIsSent() {
    send("under way");
    outbound.pushPresence("ann", "ann is here");
    outbound.finish(Closing.SERVER_STOPPING);
    outbound.pushPresence("bob", "bob is late");
    assertEquals(List.of("under way", "ann is here"), allSent());
  }

  @Test
  void presenceThatIsBeingSentIsNotReplaced() {
    outbound.pushPresence("ann", "ann 1");
    outbound.flush();
    outbound.pushPresence("ann", "ann 2");
    outbound.pushPresence("ann", "ann 3");
    assertEquals(List.of("ann 1", "ann 3"), allSent());
  }

  @Test
  void whatOthersPushIsCountedApart() {
    MemoryShare pushes = share();
    Outbound apart = new Outbound(fake.session, threads, share, pushes, Optional.empty(), () -> {});
    apart.enqueue(frame("own"));
    long own = share.bytes();
    apart.push("ann", "a call");
    apart.pushPresence("ann", "busy");
    assertEquals(own, share.bytes());
    assertEquals(apart.pushed(), pushes.bytes());
    assertEquals(own + pushes.bytes(), apart.backlog());
    apart.release();
    assertEquals(0, share.bytes());
    assertEquals(0, pushes.bytes());
    apart.push("ann", "late");
    assertEquals(0, pushes.bytes());
    assertEquals(0, apart.pushedBy("ann"));
  }

  private List<String> allSent() {
    outbound.flush();
    while (fake.underWay() > 0) {
      fake.complete();
    }
    return fake.sent;
  }

  private void send(String... texts) {
    for (String text : texts) {
      outbound.enqueue(frame(text));
      outbound.flush();
    }
  }

  private static Frame frame(String text) {
    return new Frame.Own(text);
  }
}
