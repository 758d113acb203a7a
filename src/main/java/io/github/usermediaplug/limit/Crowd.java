package io.github.usermediaplug.limit;

import static java.util.Comparator.comparingInt;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.socket.Closing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Logger;

/**
 * All connections of both doors, by where they come from, and those of them that have not yet shown
 * who they are. Each is counted from when it opens to when its door knows it gone; a handshake that
 * comes to nothing is never counted. Any thread may call it.
 *
 * <p>If too many have not shown who they are, one of the address that has most of them goes, the
 * one that has taken longest: refusing the newest would let whoever opens many keep everybody else
 * out, and taking the eldest of all would let it do so by opening them fast.
 */
@ApplicationScoped
public class Crowd {

  private static final Logger LOG = Logger.getLogger(Crowd.class.getName());

  private final Configuration configuration;
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

  // By address, the eldest first. Guarded by itself, as the count.
  private final Map<String, Set<Guest>> strangers = new LinkedHashMap<>();
  private int strangersInAll;

  private final LimitLog perAddress =
      new LimitLog(LOG, "connections-per-address keeps connections out, the last one from %s");
  private final LimitLog unidentified =
      new LimitLog(
          LOG, "unidentified-connections ends connections that wait longest, the last one from %s");

  /** For the client proxy only. */
  protected Crowd() {
    this(null);
  }

  /** A crowd of as many as the configuration allows. */
  @Inject
  public Crowd(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * Counts a connection that has opened; {@code turnAway} is called where there are too many. Where
   * that fails, nothing is counted.
   */
  public Guest enter(Session session, Consumer<Closing> turnAway) {
    Guest guest = new Guest(this, CallerAddress.of(session), turnAway);
    if (!guest.address().isEmpty()) {
      byAddress.merge(guest.address(), 1, Integer::sum);
    }
    try {
      keepWithinLimits(guest);
    } catch (RuntimeException | Error failure) {
      guest.gone();
      throw failure;
    }
    return guest;
  }

  /** Whether one more from this address would be too many. */
  boolean isFull(String address) {
    boolean full = isOver(address, 1);
    if (full) {
      perAddress.met(address);
    }
    return full;
  }

  void known(Guest guest) {
    synchronized (strangers) {
      remove(guest);
    }
  }

  void gone(Guest guest) {
    known(guest);
    byAddress.computeIfPresent(guest.address(), (address, count) -> count > 1 ? count - 1 : null);
  }

  private void keepWithinLimits(Guest guest) {
    // The filter looked before the handshake, and others may have come meanwhile.
    if (!guest.address().isEmpty() && isOver(guest.address(), 0)) {
      perAddress.met(guest.address());
      guest.turnAway(Closing.TOO_MANY_CONNECTIONS);
    }
    add(guest)
        .ifPresent(
            eldest -> {
              unidentified.met(eldest.address());
              eldest.turnAway(Closing.TOO_MANY_UNIDENTIFIED);
            });
  }

  private boolean isOver(String address, int more) {
    int limit = configuration.get(Key.CONNECTIONS_PER_ADDRESS);
    return limit > 0 && byAddress.getOrDefault(address, 0) + more > limit;
  }

  private Optional<Guest> add(Guest guest) {
    int limit = configuration.get(Key.UNIDENTIFIED_CONNECTIONS);
    synchronized (strangers) {
      strangers.computeIfAbsent(guest.address(), first -> new LinkedHashSet<>()).add(guest);
      strangersInAll++;
      if (limit == 0 || strangersInAll <= limit) {
        return Optional.empty();
      }
      Set<Guest> most = strangers.values().stream().max(comparingInt(Set::size)).orElseThrow();
      Guest eldest = most.iterator().next();
      remove(eldest);
      return Optional.of(eldest);
    }
  }

  private void remove(Guest guest) {
    Set<Guest> ofAddress = strangers.getOrDefault(guest.address(), Set.of());
    if (ofAddress.contains(guest)) {
      ofAddress.remove(guest);
      strangersInAll--;
      if (ofAddress.isEmpty()) {
        strangers.remove(guest.address());
      }
    }
  }
}
