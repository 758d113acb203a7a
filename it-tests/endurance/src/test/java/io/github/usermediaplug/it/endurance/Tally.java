package io.github.usermediaplug.it.endurance;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** What was done, counted by everybody at once. */
final class Tally {
  private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

  void add(String what) {
    add(what, 1);
  }

  void add(String what, long number) {
    counts.computeIfAbsent(what, first -> new LongAdder()).add(number);
  }

  long of(String what) {
    return counts.getOrDefault(what, new LongAdder()).sum();
  }

  @Override
  public String toString() {
    Map<String, Long> sums = new TreeMap<>();
    counts.forEach((what, count) -> sums.put(what, count.sum()));
    return sums.toString();
  }
}
