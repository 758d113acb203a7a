package io.github.usermediaplug.call;

/**
 * How much one side of a ringing call may signal: 64 signals, and 256 KiB of them, less what {@link
 * EarlySignals} knows of. The other has not accepted yet, so it has not asked for them. Written
 * only in turns of the exchange.
 */
final class SignalLimit {

  static final int MOST_SIGNALS = 64;
  static final long MOST_BYTES = 256 << 10;

  private int signals;
  private long bytes;

  /** Of one who has signalled nothing yet. */
  SignalLimit() {
    this(0, 0);
  }

  private SignalLimit(int signals, long bytes) {
    this.signals = signals;
    this.bytes = bytes;
  }

  /** What is left of it for a later call: each second since makes up for a 64th of all. */
  SignalLimit after(long seconds) {
    return new SignalLimit(
        (int) Math.max(0, signals - seconds),
        Math.max(0, bytes - seconds * (MOST_BYTES / MOST_SIGNALS)));
  }

  /** Whether nothing of it is used up. */
  boolean isWhole() {
    return signals == 0;
  }

  /** Whether one more of so many bytes is within the limit. */
  boolean admits(int size) {
    return signals < MOST_SIGNALS && bytes + size <= MOST_BYTES;
  }

  /** One more was sent. */
  void add(int size) {
    signals++;
    bytes += size;
  }
}
