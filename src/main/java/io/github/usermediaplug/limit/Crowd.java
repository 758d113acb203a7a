package io.github.usermediaplug.limit;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.log.LimitLog;
import io.github.usermediaplug.socket.Closing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * All connections of both doors, by where they come from, and those of them that have not yet shown
 * who they are. Each is counted from when it opens to when its door knows it gone; a handshake that
 * comes to nothing is never counted. Any thread may call it.
 *
 * <p>If too many have not shown who they are, one of the site and there of the address that has
 * most of them goes, the one that has taken longest: refusing the newest would let whoever opens
 * many keep everybody else out, and taking the eldest of all would let it do so by opening them
 * fast.
 */
@ApplicationScoped
public class Crowd {

  private static final Logger LOG = Logger.getLogger(Crowd.class.getName());

  /** How many claims a second may be refused to one site before it is suspect. */
  private static final int REFUSALS = 20;

  private static final int REFUSALS_AT_ONCE = 200;

  private final Configuration configuration;

  /** By sites; who has a /48 would have a count for each of its addresses otherwise. */
  private final WorkBudgets refusals = new WorkBudgets(REFUSALS, REFUSALS_AT_ONCE);

  /** By the names of addresses and of sites. */
  private final Map<String, Integer> connections = new ConcurrentHashMap<>();

  private final Strangers strangers = new Strangers(); // guarded by itself

  private final LimitLog perAddress =
      new LimitLog(LOG, "connections-per-address keeps connections out, the last one from %s");
  private final LimitLog perSite =
      new LimitLog(LOG, "connections-per-site keeps connections out, the last one from %s");
  private final LimitLog refused =
      new LimitLog(LOG, "whoami is refused again and again, the last one from %s");
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
    counted(guest.address()).forEach(name -> connections.merge(name, 1, Integer::sum));
    try {
      keepWithinLimits(guest);
    } catch (RuntimeException | Error failure) {
      guest.gone();
      throw failure;
    }
    return guest;
  }

  /** Whether one more from this address would be too many. */
  boolean isFull(AddressBlock address) {
    return isOver(address, 1);
  }

  /** Forgets from where nobody was refused for a while; to be called now and then. */
  public void sweep() {
    refusals.sweep();
  }

  void refused(Guest guest) {
    refusals.charge(guest.address().site(), 1);
    if (suspects(guest)) {
      refused.met(guest.address().name());
    }
  }

  boolean suspects(Guest guest) {
    return !refusals.wait(guest.address().site()).isZero();
  }

  void known(Guest guest) {
    synchronized (strangers) {
      strangers.remove(guest);
    }
  }

  void gone(Guest guest) {
    known(guest);
    counted(guest.address())
        .forEach(
            name -> connections.computeIfPresent(name, (n, count) -> count > 1 ? count - 1 : null));
  }

  private void keepWithinLimits(Guest guest) {
    // The filter looked before the handshake, and others may have come meanwhile.
    if (isOver(guest.address(), 0)) {
      guest.turnAway(Closing.TOO_MANY_CONNECTIONS);
    }
    add(guest)
        .ifPresent(
            eldest -> {
              unidentified.met(eldest.address().name());
              eldest.turnAway(Closing.TOO_MANY_UNIDENTIFIED);
            });
  }

  private boolean isOver(AddressBlock address, int more) {
    int ofAddress = configuration.get(Key.CONNECTIONS_PER_ADDRESS);
    int ofSite = configuration.get(Key.CONNECTIONS_PER_SITE);
    return ofAddress > 0
        && (exceeds(ofAddress, address.name(), more, perAddress)
            || ofSite > 0 && exceeds(Math.max(ofAddress, ofSite), address.site(), more, perSite));
  }

  private boolean exceeds(int limit, String name, int more, LimitLog log) {
    boolean over = connections.getOrDefault(name, 0) + more > limit;
    if (over) {
      log.met(name);
    }
    return over;
  }

  private static Stream<String> counted(AddressBlock address) {
    return Stream.of(address.name(), address.site()).distinct();
  }

  private Optional<Guest> add(Guest guest) {
    int limit = configuration.get(Key.UNIDENTIFIED_CONNECTIONS);
    synchronized (strangers) {
      strangers.add(guest);
      return limit == 0 ? Optional.empty() : strangers.takeOneBeyond(limit);
    }
  }
}
