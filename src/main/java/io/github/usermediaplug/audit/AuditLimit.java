package io.github.usermediaplug.audit;

import io.github.usermediaplug.log.Quoted;
import io.github.usermediaplug.pair.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Decides which pairs get lines of their own: those for which one of the two has a line left of 30
 * a minute, and which are among the first 6,000 of all, for a name may cost nothing. So nobody
 * hides a pair by using up the lines of one of the two. The others are counted, so that their
 * number is logged. Long names count more, since lines take disk by their length. Keeps what pairs
 * of the last minute need, and of those that last. Safe for threads.
 */
final class AuditLimit {

  /** Names of so many characters together, as they are logged, count as one pair more. */
  static final int LONG_NAMES = 400;

  /** How many pairs within a minute have lines of their own on a user's account. */
  static final int PAIRS = 30;

  /** How many pairs of all users together. */
  static final int PAIRS_OF_ALL = 6_000;

  private static final long MINUTE = 60_000_000_000L;

  private final LongSupplier clock;
  private final Map<String, Minute> minutes = new HashMap<>(); // guarded by this, as the next
  private Optional<Minute> ofAll = Optional.empty();
  private final Set<String> named = new HashSet<>(); // ids of pairs that last

  AuditLimit(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * How many pairs have had no line within a minute.
   *
   * @param user who called, with no line left, as had those it called; absent if those of all users
   *     were too many
   */
  record Unnamed(Optional<String> user, int pairs) {}

  private static final class Minute {
    private final long began;
    private int pairs;
    private int unnamed;

    Minute(long began) {
      this.began = began;
    }
  }

  /** Whether the beginning of this pair gets a line. */
  synchronized boolean names(Pair pair) {
    long now = clock.getAsLong();
    int price = price(pair);
    Minute caller = minutes.computeIfAbsent(pair.caller(), first -> new Minute(now));
    Minute callee = minutes.computeIfAbsent(pair.callee(), first -> new Minute(now));
    // The callee's is touched last: others call it as they like.
    Minute account = caller.pairs + price <= PAIRS ? caller : callee;
    if (account.pairs + price > PAIRS) {
      caller.unnamed++;
      return false;
    }
    Minute all = ofAll.orElseGet(() -> new Minute(now));
    ofAll = Optional.of(all);
    if (all.pairs + price > PAIRS_OF_ALL) {
      all.unnamed++;
      return false;
    }
    all.pairs += price;
    account.pairs += price;
    named.add(pair.id());
    return true;
  }

  private static int price(Pair pair) {
    int names = Quoted.of(pair.caller()).length() + Quoted.of(pair.callee()).length();
    return 1 + names / LONG_NAMES;
  }

  /** Whether the end of this pair gets a line: if its beginning got one. To be asked once. */
  synchronized boolean named(Pair pair) {
    return named.remove(pair.id());
  }

  /** What has had no line in the minutes that are over; each is told once. */
  synchronized List<Unnamed> over() {
    long now = clock.getAsLong();
    return end(minute -> now - minute.began >= MINUTE);
  }

  /** The same of all minutes. */
  synchronized List<Unnamed> all() {
    return end(minute -> true);
  }

  private List<Unnamed> end(Predicate<Minute> isOver) {
    List<Unnamed> told = new ArrayList<>();
    minutes
        .entrySet()
        .removeIf(
            entry -> {
              Minute minute = entry.getValue();
              boolean ends = isOver.test(minute);
              if (ends && minute.unnamed > 0) {
                told.add(new Unnamed(Optional.of(entry.getKey()), minute.unnamed));
              }
              return ends;
            });
    ofAll
        .filter(isOver)
        .ifPresent(
            minute -> {
              ofAll = Optional.empty();
              if (minute.unnamed > 0) {
                told.add(new Unnamed(Optional.empty(), minute.unnamed));
              }
            });
    return told;
  }
}
