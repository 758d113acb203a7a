package io.github.usermediaplug.ear.observer;

import io.github.usermediaplug.ear.PairBegan;
import io.github.usermediaplug.ear.PairEnded;
import io.github.usermediaplug.ear.WhoIsOnline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Notes each pair, and who was online when it began. No session bean: those of an application are
 * gone on Payara before the WAR ends its last pairs.
 */
@ApplicationScoped
public class PairLedger {

  private static final int LENGTH = 1000;

  private final Deque<String> lines = new ArrayDeque<>();

  void began(@Observes PairBegan event) {
    add(
        "began %s %s %s online %s"
            .formatted(event.pair(), event.caller(), event.callee(), whoIsOnline().online()));
  }

  void ended(@Observes PairEnded event) {
    add("ended %s %s".formatted(event.pair(), event.reason()));
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

  /** Looked up when needed: injected, it would have this module wait for the WAR at the start. */
  private static WhoIsOnline whoIsOnline() {
    try {
      return InitialContext.doLookup(WhoIsOnline.JNDI_NAME);
    } catch (NamingException missing) {
      throw new IllegalStateException("the WAR is not there", missing);
    }
  }
}
