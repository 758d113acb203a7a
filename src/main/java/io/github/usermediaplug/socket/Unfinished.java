package io.github.usermediaplug.socket;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.socket.upgrade.IncomingFrames;
import jakarta.websocket.Session;
import java.util.Optional;

/**
 * What has come of a message that is not whole yet: it takes memory, which all connections share,
 * and time, which is bounded for each. A message that comes in one part never gets here, but for
 * the frame that a container may keep until it is whole. The reader grows and ends it; any thread
 * may release it or ask for its age.
 */
public final class Unfinished {

  private final MemoryShare share;
  private final MemoryShare ofFrame;

  // All guarded by this.
  private boolean begun;
  private long since;

  /**
   * Of this session.
   *
   * @param eviction has the connection closed, and forgets the parts
   */
  public Unfinished(
      Session session, Threads threads, MemoryBudget budget, MemoryOwner owner, Runnable eviction) {
    Optional<IncomingFrames> frames = IncomingFrames.of(session);
    this.share = budget.share(owner, eviction);
    this.ofFrame =
        budget.share(
            owner,
            () -> {
              eviction.run();
              // The container keeps the frame for as long as there is a connection.
              frames.ifPresent(kept -> threads.close(kept::abort));
            });
    frames.ifPresent(kept -> kept.watch(this::frame));
  }

  /** From now on it counts for this owner in this budget. */
  public void moveTo(MemoryBudget budget, MemoryOwner owner) {
    share.moveTo(budget, owner);
    ofFrame.moveTo(budget, owner);
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
    ofFrame.release();
  }

  /** Its time runs anew: it was not the client that let it wait. */
  public synchronized void excuse() {
    since = System.nanoTime();
  }

  /** Whether it has taken longer than it may. */
  public synchronized boolean isOlderThan(long nanos) {
    return begun && System.nanoTime() - since > nanos;
  }

  private void frame(long bytes) {
    ofFrame.add(bytes - ofFrame.bytes());
    ofFrame.makeRoom();
  }

  private synchronized void begin() {
    if (!begun) {
      begun = true;
      since = System.nanoTime();
    }
  }
}
