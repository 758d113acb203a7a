package io.github.usermediaplug.socket;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds clients that went without a word: no FIN comes from a closed laptop or a lost network. A
 * session's own idle time-out would not do, since the server's own pings keep resetting it on some
 * containers. A part of a message is no sign of life: who sends a frame byte by byte never ends,
 * and can answer no ping within it. Any thread may say {@link #seen}; one, the door's sweep, calls
 * {@link #beat}. A ping may wait, see {@link Outbound#ping}; so others send it than who calls that.
 */
public final class Heartbeat {

  private static final int UNANSWERED = 2;

  private static final Duration MOMENT = Duration.ofSeconds(5);

  private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());

  private final Duration interval;
  private final Duration patience;
  private final Outbound outbound;
  private final Executor pingers;
  private final AtomicInteger unanswered = new AtomicInteger();
  private volatile long pinged;
  private volatile boolean pinging;

  /**
   * Pings through this writer, once in every interval. The first time is at random within one:
   * after a restart all clients come back at the same moment, and would be pinged at the same
   * moment from then on.
   *
   * @param stall how long a client may take nothing; a ping waits for it a moment longer, so that
   *     whoever watches over that comes first
   * @param pingers run what may wait for a client, up to a bound
   */
  public Heartbeat(Outbound outbound, Duration interval, Duration stall, Executor pingers) {
    this.outbound = outbound;
    this.pingers = pingers;
    this.interval = interval;
    this.patience = stall.plus(MOMENT);
    this.pinged = System.nanoTime() - ThreadLocalRandom.current().nextLong(interval.toNanos());
  }

  /** The client has given a sign of life; while it is being closed, none but the end is one. */
  public void seen() {
    if (!outbound.isClosing()) {
      unanswered.set(0);
    }
  }

  /**
   * Pings when it is time to, once a thread is free for it; says no where two pings have had an
   * interval each, and no answer. One that is being closed is not pinged, but has as long: a
   * container may wait for an answer to the close, and tell of no end.
   */
  public boolean beat() {
    if (pinging || System.nanoTime() - pinged < interval.toNanos()) {
      return true;
    }
    if (unanswered.get() == UNANSWERED) {
      return false;
    }
    if (outbound.isClosing()) {
      awaitAnswer();
    } else {
      handOver();
    }
    return true;
  }

  private void handOver() {
    pinging = true;
    try {
      pingers.execute(this::ping);
    } catch (RuntimeException | Error noThread) {
      LOG.log(Level.FINE, "No thread for a ping; it is tried again an interval later", noThread);
      pinged = System.nanoTime();
      pinging = false;
    }
  }

  private void ping() {
    try {
      outbound.ping(patience, this::awaitAnswer);
    } finally {
      pinging = false;
    }
  }

  private void awaitAnswer() {
    pinged = System.nanoTime();
    unanswered.incrementAndGet();
  }
}
