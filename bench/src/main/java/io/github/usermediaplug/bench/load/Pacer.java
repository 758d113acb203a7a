package io.github.usermediaplug.bench.load;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.HdrHistogram.Histogram;

/**
 * Sends messages at a steady rate in a thread of its own, the lines by turns. Each message carries
 * the time at which it was due, and a late one is sent all the same: who measures from that time
 * sees every wait, of the generator's too (no coordinated omission).
 */
public final class Pacer implements AutoCloseable {

  private static final long SLACK_NANOS = 60_000;

  private final LongConsumer send;
  private final long intervalNanos;
  private final Histogram lateness = new Histogram(3);
  private final Thread thread = new Thread(this::run, "pacer");
  private volatile boolean stopped;
  private volatile RuntimeException failure;

  /**
   * Begins to send.
   *
   * @param perSecond messages on all lines together
   */
  public Pacer(List<Line> lines, int payload, double perSecond) {
    this(perSecond, byTurns(lines, payload));
  }

  /**
   * Begins to send.
   *
   * @param send sends one message, in this pacer's thread; told when it was due, in nanoseconds
   */
  public Pacer(double perSecond, LongConsumer send) {
    this.send = send;
    this.intervalNanos = (long) (1e9 / perSecond);
    thread.start();
  }

  private static LongConsumer byTurns(List<Line> lines, int payload) {
    ByteBuffer frame = Frames.binary(payload);
    int[] next = {0};
    return due -> {
      Frames.stamp(frame, payload, due);
      lines.get(next[0]).send(frame);
      next[0] = (next[0] + 1) % lines.size();
    };
  }

  /** Ends the sending; says how late it was, in nanoseconds. */
  public Histogram stop() {
    close();
    if (failure != null) {
      throw failure;
    }
    return lateness;
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      long due = System.nanoTime();
      while (!stopped) {
        due += intervalNanos;
        await(due);
        lateness.recordValue(Math.max(0, System.nanoTime() - due));
        send.accept(due);
      }
    } catch (RuntimeException broken) {
      failure = broken;
    }
  }

  /** Sleeps as long as the kernel's timer is sure not to overshoot, and looks at the clock then. */
  private void await(long due) {
    long left = due - System.nanoTime();
    while (left > 0 && !stopped) {
      if (left > SLACK_NANOS) {
        LockSupport.parkNanos(left - SLACK_NANOS);
      } else {
        Thread.onSpinWait();
      }
      left = due - System.nanoTime();
    }
  }
}
