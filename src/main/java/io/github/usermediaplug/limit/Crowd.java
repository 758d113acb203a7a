package io.github.usermediaplug.limit;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.log.LimitLog;
import io.github.usermediaplug.socket.Closing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Logger;

/**
 * All connections of both doors, by where they come from, and those of them that have not yet shown
 * who they are. Each is counted from when it opens to when its door knows it gone; a handshake that
 * comes to nothing is never counted. Any thread may call it.
 *
 * <p>If too many have not shown who they are, one of the site and there of the address that has
 * most of them goes, the one that has taken longest: refusing the newest would let whoever opens
 * many keep everybody else out, and taking the eldest of all would let it do so by opening them
 * fast. If there are too many in all, the newest of where most come from goes; who comes from there
 * is turned away.
 */
@ApplicationScoped
public class Crowd {

  private static final Logger LOG = Logger.getLogger(Crowd.class.getName());

  /** How many claims a second may be refused to one site before it is suspect. */
  private static final int REFUSALS = 20;

  private static final int REFUSALS_AT_ONCE = 200;

  /** Twice what an idle user takes; the other half of the heap is for what users send. */
  private static final long HEAP_PER_CONNECTION = 128 << 10;

  private final Configuration configuration;

  /** By sites; who has a /48 would have a count for each of its addresses otherwise. */
  private final WorkBudgets refusals = new WorkBudgets(REFUSALS, REFUSALS_AT_ONCE);

  private final ConnectionTable all = new ConnectionTable(); // guarded by itself, as the next
  private final ConnectionTable strangers = new ConnectionTable();

  private final LimitLog inAll =
      new LimitLog(LOG, "connections keeps connections out or ends them, the last one from %s");
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
    synchronized (all) {
      all.add(guest);
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
  boolean isFull(AddressBlock address) {
    synchronized (all) {
      return isOver(address, 1) || isOverInAll(address, 1);
    }
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
    synchronized (all) {
      all.remove(guest);
    }
  }

  private void keepWithinLimits(Guest guest) {
    // The filter looked before the handshake, and others may have come meanwhile.
    oneTooMany(guest)
        .ifPresent(
            one ->
                one.turnAway(
                    one == guest ? Closing.TOO_MANY_CONNECTIONS : Closing.TOO_MANY_IN_ALL));
    oneUnidentifiedTooMany(guest).ifPresent(one -> one.turnAway(Closing.TOO_MANY_UNIDENTIFIED));
  }

  private Optional<Guest> oneTooMany(Guest guest) {
    synchronized (all) {
      if (isOver(guest.address(), 0) || isOverInAll(guest.address(), 0)) {
        return Optional.of(guest);
      }
      if (all.size() <= mostInAll()) {
        return Optional.empty();
      }
      Guest newest = all.newestOfLargest();
      inAll.met(newest.address().name());
      all.remove(newest);
      return Optional.of(newest);
    }
  }

  private boolean isOver(AddressBlock address, int more) {
    int limit = configuration.get(Key.CONNECTIONS_PER_ADDRESS);
    int ofSites = configuration.get(Key.CONNECTIONS_PER_SITE);
    if (limit == 0) {
      return false;
    }
    if (all.ofAddress(address) + more > limit) {
      perAddress.met(address.name());
      return true;
    }
    if (ofSites > 0 && all.ofSite(address) + more > Math.max(limit, ofSites)) {
      perSite.met(address.site());
      return true;
    }
    return false;
  }

  /** Whether all is full, and nobody has more than where this one comes from. */
  private boolean isOverInAll(AddressBlock address, int more) {
    boolean over =
        all.size() + more > mostInAll() && all.ofSite(address) + more >= all.ofLargestSite();
    if (over) {
      inAll.met(address.name());
    }
    return over;
  }

  private int mostInAll() {
    return configuration
        .get(Key.CONNECTIONS)
        .orElseGet(() -> fitting(Runtime.getRuntime().maxMemory()));
  }

  static int fitting(long heap) {
    return (int) Math.min(heap / HEAP_PER_CONNECTION, Integer.MAX_VALUE);
  }

  private Optional<Guest> oneUnidentifiedTooMany(Guest guest) {
    int limit = configuration.get(Key.UNIDENTIFIED_CONNECTIONS);
    synchronized (strangers) {
      strangers.add(guest);
      if (limit == 0 || strangers.size() <= limit) {
        return Optional.empty();
      }
      Guest eldest = strangers.eldestOfLargest();
      unidentified.met(eldest.address().name());
      strangers.remove(eldest);
      return Optional.of(eldest);
    }
  }
}
