package io.github.usermediaplug.meta;

import io.github.usermediaplug.call.Switchboard;
import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.identity.Identity;
import io.github.usermediaplug.identity.Verdict;
import io.github.usermediaplug.limit.Price;
import io.github.usermediaplug.message.Answer;
import io.github.usermediaplug.message.Refusal;
import io.github.usermediaplug.message.Whoami;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.policy.Discretion;
import io.github.usermediaplug.policy.Pace;
import io.github.usermediaplug.presence.Arrival;
import io.github.usermediaplug.presence.Presence;
import io.github.usermediaplug.roster.Roster;
import io.github.usermediaplug.socket.Closing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Users come and go: identity is judged, presence follows, and with it calls and pairs. Each coming
 * and going is one turn. Has no state of its own but a pace.
 */
@Dependent
public class Reception {

  private static final Logger LOG = Logger.getLogger(Reception.class.getName());

  private final Pace pace = new Pace();
  private final Configuration configuration;
  private final Exchange exchange;
  private final Identity identity;
  private final Presence presence;
  private final Roster roster;
  private final Discretion discretion;
  private final Switchboard switchboard;
  private final Pairs pairs;

  /** A reception for these rooms, in the order a call goes through them. */
  @Inject
  public Reception(
      Configuration configuration,
      Exchange exchange,
      Identity identity,
      Presence presence,
      Roster roster,
      Discretion discretion,
      Switchboard switchboard,
      Pairs pairs) {
    this.configuration = configuration;
    this.exchange = exchange;
    this.identity = identity;
    this.presence = presence;
    this.roster = roster;
    this.discretion = discretion;
    this.switchboard = switchboard;
    this.pairs = pairs;
  }

  /**
   * A connection says who it is; it is answered ahead of what its coming causes. If something is
   * hidden it comes at an even pace, so that what others do at its coming is not heard.
   */
  CompletionStage<Void> whoami(MetaConnection connection, Whoami whoami) {
    if (!connection.user().isEmpty()) {
      connection.reply(whoami, identified(connection));
    } else if (identity.judge(connection.claim(whoami)) != Verdict.ACCEPTED) {
      connection.reply(
          whoami, Answer.refused(Refusal.NOT_AUTHORIZED, "this connection may not be that user"));
    } else {
      return connection
          .whenPaid(whoami.user(), longestWait())
          .thenCompose(paid -> discretion.step(pace, System.nanoTime()))
          .thenAccept(due -> exchange.inTurn(() -> arrive(connection, whoami)));
    }
    return CompletableFuture.completedStage(null);
  }

  /** Who comes back in debt is let in well within the time for a whoami. */
  private Duration longestWait() {
    return configuration.get(Key.WHOAMI_TIMEOUT).dividedBy(2);
  }

  /** A connection is gone, whoever ended it. */
  void disconnected(MetaConnection connection) {
    if (exchange.inTurn(() -> leave(connection))) {
      String user = connection.user();
      roster
          .peers(user)
          .thenCompose(peers -> discretion.viewersOf(user, peers.orElse(List.of())))
          .thenAccept(viewers -> announceGone(connection, viewers))
          .exceptionally(
              failure -> {
                LOG.log(Level.WARNING, "Peers were not told that '" + user + "' went", failure);
                return null;
              });
    }
  }

  /** Coming and going costs as well, or who does nothing else would have it for nothing. */
  private void announceGone(MetaConnection connection, List<String> viewers) {
    String user = connection.user();
    int told = exchange.inTurn(() -> presence.announceGone(user, viewers));
    connection.costs(user, discretion.hides() ? (long) viewers.size() * Price.HIDDEN_VIEWER : told);
  }

  private void arrive(MetaConnection connection, Whoami whoami) {
    if (connection.isClosing()) {
      // It may be gone already, and nobody would come to take it out of presence again.
      return;
    }
    Arrival arrival =
        presence.arrive(whoami.user(), connection, identity.proves(), whoami.resume());
    if (arrival instanceof Arrival.Taken) {
      connection.reply(
          whoami, Answer.refused(Refusal.IDENTITY_TAKEN, "this user is connected already"));
      return;
    }
    connection.identifiedAs(whoami.user());
    if (arrival instanceof Arrival.TookOver tookOver) {
      connection.inherit(tookOver.old());
      connection.reply(whoami, identified(connection));
      pairs.takeOver(tookOver.old(), connection);
      switchboard.takeOver(tookOver.old(), connection);
      tookOver.old().close(Closing.REPLACED);
    } else {
      connection.reply(whoami, identified(connection));
      pairs.adopt(connection);
      switchboard.remind(connection);
    }
  }

  /** Says whether the user's last connection is gone. */
  private boolean leave(MetaConnection connection) {
    if (!presence.holds(connection)) {
      return false;
    }
    boolean last = presence.leave(connection);
    switchboard.lose(connection, last);
    pairs.lose(connection);
    return last;
  }

  private static Answer identified(MetaConnection connection) {
    return new Answer.Identified(connection.resume().reveal());
  }
}
