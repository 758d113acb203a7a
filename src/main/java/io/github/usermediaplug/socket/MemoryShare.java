package io.github.usermediaplug.socket;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What one connection keeps of a {@link MemoryBudget}, in bytes. Any thread may call it: {@link
 * #makeRoom} with no lock held, everything else also with one. After its release it counts nothing.
 */
public final class MemoryShare {

  private final Runnable eviction;

  // All written with the lock of this.
  private volatile MemoryBudget budget;
  private volatile MemoryOwner owner;
  private volatile AtomicLong ofOwner;
  private volatile long bytes;
  private double since; // when what it keeps was added, on the average, in nanoseconds
  private boolean released;

  MemoryShare(MemoryBudget budget, MemoryOwner owner, Runnable eviction) {
    this.eviction = eviction;
    this.budget = budget;
    this.owner = owner;
    this.ofOwner = budget.join(owner, this, 0);
  }

  /** What it keeps. */
  public long bytes() {
    return bytes;
  }

  /** Whether it may keep so much more, by its own bound; with nothing in it, anything. */
  public boolean allows(long more) {
    return budget.allows(bytes, more);
  }

  /** Whether it may keep so much more beside what others keep; with nothing in it, anything. */
  public boolean allowsBesideOthers(long more) {
    return budget.allowsBesideOthers(bytes, more);
  }

  /** Keeps so much more, or less if negative. {@link #makeRoom} is to follow what grows. */
  public synchronized void add(long more) {
    if (released || more == 0) {
      return;
    }
    if (more > 0) {
      since += (System.nanoTime() - since) * more / (bytes + more);
    }
    bytes += more;
    ofOwner.addAndGet(more);
    budget.add(more);
  }

  /** Evicts as many shares as the bounds ask for; this one may be among them. */
  public void makeRoom() {
    budget.makeRoom(owner, ofOwner.get());
  }

  /**
   * Evicts shares of owners that keep more than this one's would, until {@link
   * MemoryBudget#allowsBesideOthers} says yes or there are no more. Never this share.
   */
  public void makeRoomFor(long kept, long more) {
    budget.makeRoomFor(ofOwner.get() + more, kept + more);
  }

  /** From now on it counts for this owner in this budget. */
  public synchronized void moveTo(MemoryBudget other, MemoryOwner newOwner) {
    if (released) {
      return;
    }
    budget.leave(owner, this, bytes);
    budget = other;
    owner = newOwner;
    ofOwner = other.join(newOwner, this, bytes);
  }

  /** It keeps nothing, and never will again. */
  public synchronized void release() {
    if (released) {
      return;
    }
    released = true;
    budget.leave(owner, this, bytes);
    bytes = 0;
  }

  /** Bytes times the nanoseconds they have been kept on the average. */
  synchronized double weight(long now) {
    return bytes * Math.max(1, now - since);
  }

  MemoryOwner owner() {
    return owner;
  }

  void evict() {
    eviction.run();
  }
}
