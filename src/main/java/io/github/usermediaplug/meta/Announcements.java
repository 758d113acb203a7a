package io.github.usermediaplug.meta;

import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.presence.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells viewers a user's status in a thread that handles no message and in short turns, so that
 * neither the time of a reply nor that of any other message says how many are there. A user has one
 * announcement at most: what each viewer is told is the status at that time, so a later one needs
 * no place of its own.
 */
@ApplicationScoped
public class Announcements {

  /** How many viewers are told in one turn: what takes it less than a tenth of a millisecond. */
  private static final int AT_ONCE = 50;

  private final Exchange exchange;
  private final Threads threads;
  private final Presence presence;
  private final Map<String, List<String>> viewers = new HashMap<>(); // by user, in a turn

  /** For the client proxy only. */
  protected Announcements() {
    this(null, null, null);
  }

  /** Announcements by these threads. */
  @Inject
  public Announcements(Exchange exchange, Threads threads, Presence presence) {
    this.exchange = exchange;
    this.threads = threads;
    this.presence = presence;
  }

  /** These are to be told a user's status. Whoever calls has the turn of the {@link Exchange}. */
  void announce(String user, List<String> to) {
    if (viewers.put(user, to) == null) {
      tellLater(user);
    }
  }

  /** Whether all have been told. Takes its own turn. */
  boolean isIdle() {
    return exchange.inTurn(viewers::isEmpty);
  }

  private void tellLater(String user) {
    exchange.afterwards(() -> threads.tell(() -> tell(user)));
  }

  private void tell(String user) {
    List<String> all = exchange.inTurn(() -> viewers.get(user));
    try {
      for (int i = 0; i < all.size(); i += AT_ONCE) {
        List<String> some = all.subList(i, Math.min(i + AT_ONCE, all.size()));
        exchange.inTurn(() -> presence.tell(user, some));
      }
    } finally {
      exchange.inTurn(() -> told(user, all));
    }
  }

  private void told(String user, List<String> all) {
    if (viewers.get(user) == all) {
      viewers.remove(user);
    } else {
      tellLater(user);
    }
  }
}
