package com.example.desk;

import io.github.usermediaplug.pair.Paired;
import io.github.usermediaplug.pair.Unpaired;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What is billed: the last calls, by the events alone. Read and written by different threads. */
@ApplicationScoped
public class CallLedger {

  private static final int LENGTH = 1000;

  private final Deque<String> lines = new ArrayDeque<>();

  void began(@Observes Paired event) {
    var pair = event.pair();
    add("began %s %s %s".formatted(pair.id(), pair.caller(), pair.callee()));
  }

  void ended(@Observes Unpaired event) {
    add("ended %s %s".formatted(event.pair().id(), event.reason().code()));
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  private synchronized void add(String line) {
    lines.addLast(line);
    if (lines.size() > LENGTH) {
      lines.removeFirst();
    }
  }
}
