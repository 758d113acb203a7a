package io.github.usermediaplug.meta;

import io.github.usermediaplug.call.Switchboard;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.identity.Identity;
import io.github.usermediaplug.identity.Verdict;
import io.github.usermediaplug.message.Answer;
import io.github.usermediaplug.message.Refusal;
import io.github.usermediaplug.message.Whoami;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.policy.Discretion;
import io.github.usermediaplug.policy.Pace;
import io.github.usermediaplug.presence.Arrival;
import io.github.usermediaplug.presence.Presence;
import io.github.usermediaplug.socket.Closing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Users come and go: identity is judged, presence follows, and with it calls and pairs. Each coming
 * and going is one turn. Has no state of its own but a pace.
 */
@Dependent
public class Reception {

  private static final Answer NOT_AUTHORIZED =
      Answer.refused(Refusal.NOT_AUTHORIZED, "this connection may not be that user");

  private final Pace pace = new Pace();
  private final Exchange exchange;
  private final Identity identity;
  private final Presence presence;
  private final Departures departures;
  private final Discretion discretion;
  private final Switchboard switchboard;
  private final Pairs pairs;

  /** A reception for these rooms, in the order a call goes through them. */
  @Inject
  public Reception(
      Exchange exchange,
      Identity identity,
      Presence presence,
      Departures departures,
      Discretion discretion,
      Switchboard switchboard,
      Pairs pairs) {
    this.exchange = exchange;
    this.identity = identity;
    this.presence = presence;
    this.departures = departures;
    this.discretion = discretion;
    this.switchboard = switchboard;
    this.pairs = pairs;
  }

  /**
   * A connection says who it is; it is answered ahead of what its coming causes. If something is
   * hidden it comes at an even pace, so that what others do at its coming is not heard. Whoever
   * guesses is judged so many times and no more.
   */
  CompletionStage<Void> whoami(MetaConnection connection, Whoami whoami) {
    if (!connection.user().isEmpty()) {
      connection.reply(whoami, identified(connection));
    } else if (connection.wasRefusedTooOften()) {
      connection.reply(whoami, NOT_AUTHORIZED);
      connection.close(Closing.WHOAMI_REFUSED);
    } else if (!isAccepted(connection, whoami)) {
      connection.reply(whoami, NOT_AUTHORIZED);
    } else {
      return discretion
          .step(pace, System.nanoTime())
          .thenAccept(due -> exchange.inTurn(() -> arrive(connection, whoami)));
    }
    return CompletableFuture.completedStage(null);
  }

  /** An identity that fails does not accept either. */
  private boolean isAccepted(MetaConnection connection, Whoami whoami) {
    boolean accepted = false;
    try {
      accepted = identity.judge(connection.claim(whoami)) == Verdict.ACCEPTED;
    } finally {
      if (!accepted) {
        connection.refused();
      }
    }
    return accepted;
  }

  /** A connection is gone, whoever ended it. */
  void disconnected(MetaConnection connection) {
    exchange.inTurn(() -> leave(connection));
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
      departures.back(whoami.user());
      pairs.adopt(connection);
      switchboard.remind(connection);
    }
  }

  private void leave(MetaConnection connection) {
    if (!presence.holds(connection)) {
      return;
    }
    boolean last = presence.leave(connection);
    switchboard.lose(connection, last);
    pairs.lose(connection);
    if (last) {
      departures.gone(connection.user(), connection.debts());
    }
  }

  private static Answer identified(MetaConnection connection) {
    return new Answer.Identified(connection.resume().reveal());
  }
}
