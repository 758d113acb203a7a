package io.github.usermediaplug.meta;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.limit.Price;
import io.github.usermediaplug.log.FailureLog;
import io.github.usermediaplug.log.Quoted;
import io.github.usermediaplug.policy.Discretion;
import io.github.usermediaplug.presence.Presence;
import io.github.usermediaplug.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells the peers of a user that it has gone, once that is paid for: it is charged first, and done
 * when the user owes nothing. So who comes and goes tells no more than its budget allows, and who
 * is back soon has told nobody and gets the charge back. A user has one departure at most. Whoever
 * calls has the turn of the {@link Exchange}; nothing else writes this state.
 */
@ApplicationScoped
public class Departures {

  private final FailureLog failures =
      new FailureLog(Logger.getLogger(Departures.class.getName()), Level.WARNING);
  private final Configuration configuration;
  private final Exchange exchange;
  private final Threads threads;
  private final Presence presence;
  private final Roster roster;
  private final Discretion discretion;
  private final Map<String, Departure> untold = new HashMap<>();

  /** For the client proxy only. */
  protected Departures() {
    this(null, null, null, null, null, null);
  }

  /** Departures of which these rooms know. */
  @Inject
  public Departures(
      Configuration configuration,
      Exchange exchange,
      Threads threads,
      Presence presence,
      Roster roster,
      Discretion discretion) {
    this.configuration = configuration;
    this.exchange = exchange;
    this.threads = threads;
    this.presence = presence;
    this.roster = roster;
    this.discretion = discretion;
  }

  /** A user's last connection is gone. */
  void gone(String user, Debts debts) {
    forget(user);
    Departure departure = begin(user, debts);
    exchange.afterwards(() -> tellOncePaid(departure));
  }

  /** A user is back: if its peers know nothing yet, there is time for it to say its status. */
  void back(String user) {
    Departure before = untold.get(user);
    if (before != null) {
      forget(user);
      Departure departure = begin(user, before.debts);
      CompletableFuture<Void> grace = threads.pause(configuration.get(Key.GRACE));
      departure.pause = grace;
      grace.thenRun(() -> tellOncePaid(departure));
    }
  }

  /** The peers are told of a user's status, and need not know what was before. */
  void forget(String user) {
    Departure departure = untold.remove(user);
    if (departure != null) {
      departure.pause.cancel(false);
      departure.debts.refund(user, departure.taken);
    }
  }

  private Departure begin(String user, Debts debts) {
    Departure departure = new Departure(user, debts);
    untold.put(user, departure);
    return departure;
  }

  private void tellOncePaid(Departure departure) {
    roster
        .peers(departure.user)
        .thenCompose(peers -> viewersOncePaid(departure, peers.orElse(List.of())))
        .thenAccept(viewers -> exchange.inTurn(() -> tell(departure, viewers)))
        .exceptionally(
            failure -> {
              exchange.inTurn(() -> failed(departure, failure));
              return null;
            });
  }

  /** Not where it was forgotten, and so cancelled. */
  private void failed(Departure departure, Throwable failure) {
    if (untold.get(departure.user) == departure) {
      forget(departure.user);
      failures.failed("Peers were not told that " + Quoted.of(departure.user) + " went", failure);
    }
  }

  /** Looking up who may be told is most of the work if a policy hides somebody. */
  private CompletionStage<List<String>> viewersOncePaid(Departure departure, List<String> peers) {
    if (discretion.hides()) {
      return paid(departure, (long) peers.size() * Price.HIDDEN_VIEWER)
          .thenCompose(now -> discretion.viewersOf(departure.user, peers));
    }
    return discretion
        .viewersOf(departure.user, peers)
        .thenCompose(
            viewers ->
                paid(
                        departure,
                        exchange.inTurn(() -> presence.countConnections(viewers))
                            + Price.ofLookups(peers.size()))
                    .thenApply(now -> viewers));
  }

  private CompletableFuture<Void> paid(Departure departure, long units) {
    return exchange.inTurn(
        () -> {
          if (untold.get(departure.user) == departure) {
            departure.taken = departure.debts.charge(departure.user, units);
            departure.pause = departure.debts.paid(departure.user);
          }
          return departure.pause;
        });
  }

  private void tell(Departure departure, List<String> viewers) {
    if (untold.remove(departure.user, departure)) {
      presence.announceGone(departure.user, viewers);
    }
  }

  /** A user that has gone and whose peers do not know yet. */
  private static final class Departure {
    private final String user;
    private final Debts debts;
    private long taken; // what has been charged for telling
    private CompletableFuture<Void> pause = CompletableFuture.completedFuture(null);

    Departure(String user, Debts debts) {
      this.user = user;
      this.debts = debts;
    }
  }
}
