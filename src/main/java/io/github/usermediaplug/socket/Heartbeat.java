package io.github.usermediaplug.socket;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds clients that went without a word: no FIN comes from a closed laptop or a lost network. A
 * session's own idle time-out would not do, since the server's own pings keep resetting it on some
 * containers. A part of a message is no sign of life: who sends a frame byte by byte never ends,
 * and can answer no ping within it. Any thread may say {@link #seen}; one, the door's sweep, calls
 * {@link #beat}.
 */
public final class Heartbeat {

  private static final int UNANSWERED = 2;

  private final long interval;
  private final Outbound outbound;
  private final AtomicInteger unanswered = new AtomicInteger();
  private long pinged;

  /**
   * Pings through this writer, once in every interval. The first time is at random within one:
   * after a restart all clients come back at the same moment, and would be pinged at the same
   * moment from then on.
   */
  public Heartbeat(Outbound outbound, Duration interval) {
    this.outbound = outbound;
    this.interval = interval.toNanos();
    this.pinged = System.nanoTime() - ThreadLocalRandom.current().nextLong(this.interval);
  }

  /** The client has given a sign of life. */
  public void seen() {
    unanswered.set(0);
  }

  /** Pings when it is time to; says no where two pings have had an interval each, and no answer. */
  public boolean beat() {
    long now = System.nanoTime();
    if (now - pinged < interval) {
      return true;
    }
    if (unanswered.getAndIncrement() == UNANSWERED) {
      return false;
    }
    pinged = now;
    outbound.enqueue(new Frame.Ping());
    outbound.flush();
    return true;
  }
}
