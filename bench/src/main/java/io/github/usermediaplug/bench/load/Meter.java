package io.github.usermediaplug.bench.load;

/** Counts what arrives on all lines of a load. Used by the reactor's thread. */
public final class Meter {

  private long messages;
  private long bytes;
  private String failure = "";

  /** A message arrived. */
  public void count(long length) {
    messages++;
    bytes += length;
  }

  /** Something broke; what is measured from now on means nothing. */
  public void fail(String why) {
    if (failure.isEmpty()) {
      failure = why;
    }
  }

  /**
   * Messages so far.
   *
   * @throws IllegalStateException where something broke
   */
  public long messages() {
    check();
    return messages;
  }

  /** Bytes of payload so far. */
  public long bytes() {
    check();
    return bytes;
  }

  private void check() {
    if (!failure.isEmpty()) {
      throw new IllegalStateException(failure);
    }
  }
}
