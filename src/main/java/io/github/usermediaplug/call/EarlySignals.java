package io.github.usermediaplug.call;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What users have signalled to each other in calls that ended without an accept. It counts for the
 * next call of the same two, or who calls again and again could signal without end. What is kept is
 * bounded: of too many, those whose call ended longest ago are forgotten. Written only in turns of
 * the exchange.
 */
final class EarlySignals {

  /** How many are remembered. */
  static final int MOST = 50_000;

  private record Way(String from, String to) {}

  private record Spent(SignalLimit limit, long at) {}

  private final LongSupplier clock;
  private final Map<Way, Spent> ended = new LinkedHashMap<>(); // who ended first comes first

  EarlySignals() {
    this(System::nanoTime);
  }

  EarlySignals(LongSupplier clock) {
    this.clock = clock;
  }

  /** What one user may signal to another in a call that begins. */
  SignalLimit begin(String from, String to) {
    Spent spent = ended.remove(new Way(from, to));
    return spent == null
        ? new SignalLimit()
        : spent.limit().after(TimeUnit.NANOSECONDS.toSeconds(clock.getAsLong() - spent.at()));
  }

  /** The call has ended without an accept. */
  void end(String from, String to, SignalLimit limit) {
    if (limit.isWhole()) {
      return;
    }
    if (ended.size() == MOST) {
      Iterator<Way> eldest = ended.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
    ended.put(new Way(from, to), new Spent(limit, clock.getAsLong()));
  }

  /** Forgets what counts no more; to be called now and then. */
  void sweep() {
    long now = clock.getAsLong();
    Iterator<Spent> eldest = ended.values().iterator();
    while (eldest.hasNext()
        && TimeUnit.NANOSECONDS.toSeconds(now - eldest.next().at()) >= SignalLimit.MOST_SIGNALS) {
      eldest.remove();
    }
  }

  /** How many are remembered. */
  int size() {
    return ended.size();
  }
}
