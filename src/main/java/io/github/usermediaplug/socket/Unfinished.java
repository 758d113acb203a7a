package io.github.usermediaplug.socket;

/**
 * What has come of a message that is not whole yet: it takes memory, which all connections share,
 * and time, which is bounded for each. A message that comes in one part never gets here. The reader
 * grows and ends it; any thread may release it or ask for its age.
 */
public final class Unfinished {

  private final MemoryShare share;

  // All guarded by this.
  private boolean begun;
  private long since;

  /** What a connection keeps in this share. */
  public Unfinished(MemoryShare share) {
    this.share = share;
  }

  /**
   * One more part that is not the last. If the memory is short, the share that weighs most is
   * evicted, which may be this one.
   *
   * @param memory what all parts so far take, in bytes
   */
  public void grow(long memory) {
    begin();
    share.add(memory - share.bytes());
    share.makeRoom();
  }

  /** The message is whole. */
  public synchronized void end() {
    if (begun) {
      begun = false;
      share.add(-share.bytes());
    }
  }

  /** The connection has ended, whatever its reader still does. */
  public void release() {
    end();
    share.release();
  }

  /** Its time runs anew: it was not the client that let it wait. */
  public synchronized void excuse() {
    since = System.nanoTime();
  }

  /** Whether it has taken longer than it may. */
  public synchronized boolean isOlderThan(long nanos) {
    return begun && System.nanoTime() - since > nanos;
  }

  private synchronized void begin() {
    if (!begun) {
      begun = true;
      since = System.nanoTime();
    }
  }
}
