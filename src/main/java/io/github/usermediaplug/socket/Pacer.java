package io.github.usermediaplug.socket;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.socket.intake.Intake;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How fast one connection is read: no faster than its receiver takes, and so many small messages
 * and pings a second. Each takes about as much of the processor as one of {@value #SMALL} bytes, so
 * a client that sends very many of them would have it from everybody. Nothing is closed or lost for
 * that: TCP slows the sender. If a container cannot pause, nothing does. Any thread may call it;
 * none waits.
 */
public final class Pacer {

  /** Messages of so many bytes, or more, slow their sender by themselves. */
  static final int SMALL = 4 << 10;

  /** So many frames that no message needed count as one. */
  private static final int FRAMES = 10;

  /** A connection that sends too fast is not read for so long, and again until it has paid. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Intake intake;
  private final Threads threads;
  private final BooleanSupplier allowance; // asked under this

  /** What came beyond the allowance: containers hand on what they had read before a pause. */
  private volatile int owed; // written under this

  /**
   * Of this intake.
   *
   * @param allowance takes one; says no if none is left for now
   */
  public Pacer(Intake intake, Threads threads, BooleanSupplier allowance) {
    this.intake = intake;
    this.threads = threads;
    this.allowance = allowance;
  }

  /**
   * A whole message was read.
   *
   * @param readOn to have {@link #pauseWhile} called, with what holds then; it must not block
   */
  public void read(Frame message, Runnable readOn) {
    if (message.bytes() < SMALL) {
      count(readOn);
    }
  }

  /** A ping was read; the rest as for a message. */
  public void pinged(Runnable readOn) {
    count(readOn);
  }

  /** Frames were read that no message needed; the rest as for a message. */
  public void needless(int frames, Runnable readOn) {
    for (int counted = 0; counted < frames; counted += FRAMES) {
      count(readOn);
    }
  }

  private void count(Runnable readOn) {
    if (intake.canPause() && overdraws()) {
      intake.pauseWhile(() -> owed > 0);
      threads.after(PAUSE, () -> settle(readOn));
    }
  }

  /** Says whether this is the first of those beyond the allowance. */
  private synchronized boolean overdraws() {
    if (owed == 0 && allowance.getAsBoolean()) {
      return false;
    }
    owed++;
    return owed == 1;
  }

  private void settle(Runnable readOn) {
    if (pay()) {
      readOn.run();
    } else {
      threads.after(PAUSE, () -> settle(readOn));
    }
  }

  private synchronized boolean pay() {
    while (owed > 0 && allowance.getAsBoolean()) {
      owed--;
    }
    return owed == 0;
  }

  /** Whether nothing is being read. */
  public boolean isPaused() {
    return intake.isPaused();
  }

  /** Whether nothing is being read, and not for what the client sends too fast. */
  public boolean waitsForOthers() {
    return intake.isPaused() && owed == 0;
  }

  /** Reads or does not read, as the condition says, and not while the client sends too fast. */
  public void pauseWhile(BooleanSupplier condition) {
    intake.pauseWhile(() -> owed > 0 || (intake.canWaitForOthers() && condition.getAsBoolean()));
  }

  /** Reads whatever holds: a paused reader would not see the client's answer to a close. */
  public void readOn() {
    intake.pauseWhile(() -> false);
  }
}
