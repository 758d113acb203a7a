package io.github.usermediaplug.socket;

/**
 * What has come of a message that is not whole yet: it takes memory, and there may be one for each
 * connection, so all of them together are bounded; and so is the time each takes. A message that
 * comes in one part never gets here. The reader grows and ends it; any thread may release it or ask
 * for its age.
 */
public final class Unfinished {

  private final Backlogs all;

  // All guarded by this.
  private long bytes;
  private boolean begun;
  private boolean released;
  private long since;

  /** One connection's, among all of them. */
  public Unfinished(Backlogs all) {
    this.all = all;
  }

  /** One more part that is not the last; says no where there is no room for it. */
  public synchronized boolean grow(long part) {
    if (released || all.roomFor(bytes, part) != Backlogs.Room.ENOUGH) {
      return false;
    }
    if (!begun) {
      begun = true;
      since = System.nanoTime();
    }
    bytes += part;
    all.total().addAndGet(part);
    return true;
  }

  /** The message is whole. */
  public synchronized void end() {
    begun = false;
    all.total().addAndGet(-bytes);
    bytes = 0;
  }

  /** The connection has ended, whatever its reader still does. */
  public synchronized void release() {
    released = true;
    end();
  }

  /** Its time runs anew: it was not the client that let it wait. */
  public synchronized void excuse() {
    since = System.nanoTime();
  }

  /** Whether it has taken longer than it may. */
  public synchronized boolean isOlderThan(long nanos) {
    return begun && System.nanoTime() - since > nanos;
  }
}
