package io.github.usermediaplug.it.host;

import io.github.usermediaplug.pair.Paired;
import io.github.usermediaplug.pair.Unpaired;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every pair event, in the order it was fired, as a line that a test outside can read. */
@ApplicationScoped
public class PairLedger {
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  void began(@Observes Paired event) {
    lines.add("paired " + event.pair().id());
  }

  void ended(@Observes Unpaired event) {
    lines.add("unpaired " + event.pair().id() + " " + event.reason().code());
  }

  /** All of it so far. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}
