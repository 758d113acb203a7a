package io.github.usermediaplug.call;

/**
 * How much one side of a ringing call may signal: 64 signals, and 256 KiB of them. The other has
 * not accepted yet, so it has not asked for them. Written only in turns of the exchange.
 */
final class SignalLimit {

  static final int MOST_SIGNALS = 64;
  static final long MOST_BYTES = 256 << 10;

  private int signals;
  private long bytes;

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
