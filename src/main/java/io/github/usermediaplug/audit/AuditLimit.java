package io.github.usermediaplug.audit;

import io.github.usermediaplug.pair.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides which pairs get lines of their own: those that are among the first 30 of a minute for
 * either of the two. The others are counted, so that their number is logged. Keeps what pairs of
 * the last minute need, and of those that last. Safe for threads.
 */
final class AuditLimit {

  /** How many pairs of a user within a minute have lines of their own. */
  static final int PAIRS = 30;

  private static final long MINUTE = 60_000_000_000L;

  private final LongSupplier clock;
  private final Map<String, Minute> minutes = new HashMap<>(); // guarded by this, as the next
  private final Set<String> named = new HashSet<>(); // ids of pairs that last

  AuditLimit(LongSupplier clock) {
    this.clock = clock;
  }

  /** How many pairs of a user have had no line within a minute. */
  record Unnamed(String user, int pairs) {}

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
    List<Minute> both =
        Stream.of(pair.caller(), pair.callee())
            .map(user -> minutes.computeIfAbsent(user, first -> new Minute(now)))
            .toList();
    for (Minute minute : both) {
      if (minute.pairs == PAIRS) {
        minute.unnamed++;
        return false;
      }
    }
    both.forEach(minute -> minute.pairs++);
    named.add(pair.id());
    return true;
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
                told.add(new Unnamed(entry.getKey(), minute.unnamed));
              }
              return ends;
            });
    return told;
  }
}
