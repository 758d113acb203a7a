package io.github.usermediaplug.socket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A bound in bytes on what many connections keep together. Each keeps it in a {@link MemoryShare},
 * which belongs to an owner: a user, or an address as long as its user is not known. One owner may
 * keep a quarter of the whole, or one full share.
 *
 * <p>One rule decides who loses if a bound is exceeded: of the owner that weighs most, the share
 * that weighs most is evicted. The weight is bytes times the time they have been kept. So a
 * newcomer is not refused because others keep much, and a connection whose messages flow weighs
 * next to nothing.
 *
 * <p>Safe for threads; the bound is exceeded by one message for each thread at most.
 */
public final class MemoryBudget {

  private static final int OWNERS = 4;

  /** An eviction looks at every share, so it frees this part of the bound, not a message's room. */
  private static final int FREED = 8;

  /** What part of its own bound a share may fill beside others, at the least. */
  private static final int LEAST = 64;

  private final long most;
  private final long each;
  private final Consumer<MemoryOwner> evictions;
  private final AtomicLong used = new AtomicLong();
  private final Map<MemoryOwner, Owned> owners = new ConcurrentHashMap<>(); // by shares

  /**
   * Bounds, in bytes.
   *
   * @param most for all shares together
   * @param each for one share
   * @param evictions told of the owner of each share that is evicted
   */
  public MemoryBudget(long most, long each, Consumer<MemoryOwner> evictions) {
    this.most = most;
    this.each = each;
    this.evictions = evictions;
  }

  /**
   * A share with nothing in it. It must be released in the end.
   *
   * @param eviction ends what the share is for. It is called with no lock of this package held, in
   *     the thread of the connection that needs the room, and must not block
   */
  public MemoryShare share(MemoryOwner owner, Runnable eviction) {
    return new MemoryShare(this, owner, eviction);
  }

  /** The sum of all shares, in bytes. */
  public long used() {
    return used.get();
  }

  /** Whether a share that keeps so much may keep so much more; one with nothing takes anything. */
  public boolean allows(long kept, long more) {
    return kept == 0 || kept + more <= each;
  }

  /**
   * Whether a share that keeps so much may keep so much more beside what others keep: half of what
   * is left, but a small part of its bound in any case. For media, of which some containers keep
   * several times what is counted.
   */
  public boolean allowsBesideOthers(long kept, long more) {
    return kept == 0 || kept + more <= besideOthers();
  }

  /**
   * Whether a share keeps so much that its sender should be paused. Never one with nothing waiting,
   * however much others have: nothing would tell it to go on.
   */
  public boolean isHigh(long kept) {
    return kept > besideOthers() / 2;
  }

  private long besideOthers() {
    long free = most - used.get();
    return Math.max(each / LEAST, Math.min(each, free / 2));
  }

  void makeRoom(MemoryOwner owner, long ofOwner) {
    if (ofOwner <= perOwner() && used.get() <= most) {
      return;
    }
    List<MemoryShare> evicted = new ArrayList<>();
    synchronized (this) {
      evictOver(owner, evicted);
      evictOver(evicted);
    }
    end(evicted);
  }

  /** For an owner that would then keep so much, and so much of it beside others. */
  void makeRoomFor(long ofOwner, long besideOthers) {
    if (besideOthers > each) {
      return;
    }
    List<MemoryShare> evicted = new ArrayList<>();
    synchronized (this) {
      evictHeaviest(
          () -> besideOthers > besideOthers(), owned -> owned.bytes.get() > ofOwner, evicted);
    }
    end(evicted);
  }

  private void end(List<MemoryShare> evicted) {
    for (MemoryShare share : evicted) {
      evictions.accept(share.owner());
      share.evict();
    }
  }

  /** Gives the sum of what the owner keeps here, which the share adds to. */
  AtomicLong join(MemoryOwner owner, MemoryShare share, long bytes) {
    used.addAndGet(bytes);
    Owned owned =
        owners.compute(
            owner,
            (name, known) -> {
              Owned one = known == null ? new Owned() : known;
              one.shares.add(share);
              return one;
            });
    owned.bytes.addAndGet(bytes);
    return owned.bytes;
  }

  void leave(MemoryOwner owner, MemoryShare share, long bytes) {
    used.addAndGet(-bytes);
    owners.computeIfPresent(
        owner,
        (name, owned) -> {
          owned.bytes.addAndGet(-bytes);
          owned.shares.remove(share);
          return owned.shares.isEmpty() ? null : owned;
        });
  }

  void add(long bytes) {
    used.addAndGet(bytes);
  }

  private long perOwner() {
    return Math.max(each, most / OWNERS);
  }

  private void evictOver(MemoryOwner owner, List<MemoryShare> evicted) {
    Owned owned = owners.get(owner);
    if (owned == null || owned.bytes.get() <= perOwner()) {
      return;
    }
    long now = System.nanoTime();
    while (owned.bytes.get() > perOwner() - perOwner() / FREED) {
      MemoryShare share = heaviest(owned.shares, one -> one.weight(now));
      if (share == null || share.bytes() == 0) {
        return;
      }
      share.release();
      evicted.add(share);
    }
  }

  private void evictOver(List<MemoryShare> evicted) {
    if (used.get() <= most) {
      return;
    }
    evictHeaviest(() -> used.get() > most - most / FREED, owned -> true, evicted);
  }

  private void evictHeaviest(
      BooleanSupplier goesOn, Predicate<Owned> mayGo, List<MemoryShare> evicted) {
    long now = System.nanoTime();
    Map<Owned, Double> weights = new HashMap<>();
    owners.values().forEach(owned -> weights.put(owned, owned.weight(now)));
    while (goesOn.getAsBoolean() && !weights.isEmpty()) {
      Owned owned = heaviest(weights.keySet(), weights::get);
      MemoryShare share = heaviest(owned.shares, one -> one.weight(now));
      if (share == null || share.bytes() == 0 || !mayGo.test(owned)) {
        weights.remove(owned);
      } else {
        weights.merge(owned, -share.weight(now), Double::sum);
        share.release();
        evicted.add(share);
      }
    }
  }

  private static <T> T heaviest(Collection<T> all, ToDoubleFunction<T> weight) {
    return all.stream().max(Comparator.comparingDouble(weight)).orElse(null);
  }

  /** What one owner keeps, and in which shares. */
  private static final class Owned {

    private final AtomicLong bytes = new AtomicLong();
    private final Set<MemoryShare> shares = ConcurrentHashMap.newKeySet();

    double weight(long now) {
      return shares.stream().mapToDouble(share -> share.weight(now)).sum();
    }
  }
}
