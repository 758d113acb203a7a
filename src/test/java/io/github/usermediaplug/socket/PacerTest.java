package io.github.usermediaplug.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.limit.Allowance;
import io.github.usermediaplug.socket.intake.Intake;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PacerTest {

  private static final int RATE = 50; // a second
  private static final int BURST = 10;
  private static final Frame SMALL = new Frame.Binary(new byte[Pacer.SMALL - 1]);
  private static final Frame LARGE = new Frame.Binary(new byte[Pacer.SMALL]);

  private final Threads threads = new Threads();
  private final FakeSession fake = FakeSession.pausable();
  private final Pacer pacer = pacer(fake);
  private final Semaphore readOn = new Semaphore(0);

  @BeforeEach
  void open() {
    threads.open();
  }

  @AfterEach
  void stop() {
    threads.stop();
  }

  @Test
  void beyondTheBurstItIsNotReadForAMoment() throws Exception {
    assertTrue(readsUntilPaused() > BURST);
    pacer.pauseWhile(() -> false);
    assertTrue(fake.paused, "its receiver has room, and it is too fast all the same");
    readOn.acquire();
    pacer.pauseWhile(() -> true);
    assertTrue(fake.paused);
    pacer.pauseWhile(() -> false);
    assertFalse(fake.paused);
  }

  @Test
  void tenFramesThatNoMessageNeededCountAsOne() throws Exception {
    pacer.needless(10 * BURST, readOn::release);
    assertFalse(fake.paused);
    pacer.needless(10 * BURST, readOn::release);
    assertTrue(fake.paused);
    readOn.acquire();
  }

  @Test
  void whatComesDuringThePauseIsPaidForBeforeItEnds() throws Exception {
    long begun = System.nanoTime();
    int messages = readsUntilPaused() + 2 * BURST;
    for (int i = 0; i < 2 * BURST; i++) {
      pacer.read(SMALL, readOn::release);
    }
    readOn.acquire();
    long saved = BURST + RATE * (System.nanoTime() - begun) / 1_000_000_000L;
    assertTrue(messages <= saved + 1, () -> messages + " were read, and " + saved + " paid for");
    assertEquals(0, readOn.availablePermits());
  }

  @Test
  void largeMessagesAreNotCounted() {
    for (int i = 0; i < 10 * BURST; i++) {
      pacer.read(LARGE, readOn::release);
      assertFalse(fake.paused);
    }
  }

  @Test
  void pingsAre() {
    for (int i = 0; !fake.paused; i++) {
      assertTrue(i < 10 * BURST);
      pacer.pinged(readOn::release);
    }
    assertFalse(pacer.waitsForOthers());
  }

  @Test
  void atItsEndItIsReadWhateverHolds() {
    readsUntilPaused();
    pacer.readOn();
    assertFalse(fake.paused);
  }

  @Test
  void whatCannotBePausedIsReadOn() {
    Pacer other = pacer(new FakeSession());
    for (int i = 0; i < BURST + 1; i++) {
      other.read(SMALL, readOn::release);
    }
    assertFalse(other.isPaused());
  }

  private int readsUntilPaused() {
    int read = 0;
    while (!fake.paused) {
      pacer.read(SMALL, readOn::release);
      read++;
    }
    return read;
  }

  private Pacer pacer(FakeSession session) {
    return new Pacer(
        Intake.of(session.session, threads::read), threads, new Allowance(RATE, BURST)::take);
  }
}
