package io.github.usermediaplug.limit;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What each user's messages may cost beyond one each: the same rate and burst that one connection
 * has for messages, but one for all connections of a user, and kept when they end, so that a new
 * one brings nothing. The price of a message is known when it has been handled, so a user may get
 * into debt, and its next messages wait until that is paid. Also how often those who come from one
 * place may be refused. Safe for threads.
 */
public final class WorkBudgets {

  /** However much is owed, nobody waits longer than this. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private static final long SECOND = 1_000_000_000L;

  private final long rate;
  private final long burst; // as the time in which it grows, in nanoseconds
  private final LongSupplier clock;

  /** When each user's budget will be whole again. Who is not in it has a whole one. */
  private final ConcurrentMap<String, Long> wholeAt = new ConcurrentHashMap<>();

  /**
   * Budgets that grow by so many messages a second.
   *
   * @param burst how many a user may have saved up
   */
  public WorkBudgets(int rate, int burst) {
    this(rate, burst, System::nanoTime);
  }

  WorkBudgets(int rate, int burst, LongSupplier clock) {
    this.rate = rate;
    this.burst = burst * SECOND / rate;
    this.clock = clock;
  }

  /**
   * Takes the price of so many messages, whether the user has it or not.
   *
   * @return what was taken, as the time in which it grows, in nanoseconds: nobody owes more than is
   *     paid in the longest wait
   */
  public long charge(String user, long messages) {
    if (messages <= 0) {
      return 0;
    }
    long now = clock.getAsLong();
    long most = burst + LONGEST_WAIT.toNanos();
    long price = messages > most / SECOND * rate ? most : messages * SECOND / rate;
    AtomicLong taken = new AtomicLong();
    wholeAt.compute(
        user,
        (name, due) -> {
          long owed = due == null ? 0 : Math.max(0, due - now);
          taken.set(Math.min(most, owed + price) - owed);
          return now + owed + taken.get();
        });
    return taken.get();
  }

  /** Gives back what was taken. */
  public void refund(String user, long taken) {
    wholeAt.computeIfPresent(user, (name, due) -> due - taken);
  }

  /** How long the user's next message has to wait until all is paid; most often not at all. */
  public Duration wait(String user) {
    Long due = wholeAt.get(user);
    return due == null
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(0, due - clock.getAsLong() - burst));
  }

  /** Forgets those who have paid all; to be called now and then. */
  public void sweep() {
    long now = clock.getAsLong();
    wholeAt.values().removeIf(due -> due - now <= 0);
  }

  /** How many users have anything left to pay. */
  int size() {
    return wholeAt.size();
  }
}
