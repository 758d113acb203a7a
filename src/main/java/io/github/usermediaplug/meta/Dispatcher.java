package io.github.usermediaplug.meta;

import io.github.usermediaplug.call.Inquiries;
import io.github.usermediaplug.call.Inquiry;
import io.github.usermediaplug.call.Switchboard;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.limit.Price;
import io.github.usermediaplug.log.FailureLog;
import io.github.usermediaplug.log.Quoted;
import io.github.usermediaplug.message.Answer;
import io.github.usermediaplug.message.CallStep;
import io.github.usermediaplug.message.ClientMessage;
import io.github.usermediaplug.message.Malformed;
import io.github.usermediaplug.message.MessageGate;
import io.github.usermediaplug.message.Refusal;
import io.github.usermediaplug.message.RosterChange;
import io.github.usermediaplug.message.RosterQuery;
import io.github.usermediaplug.message.Signal;
import io.github.usermediaplug.message.SignalPush;
import io.github.usermediaplug.message.StatusChange;
import io.github.usermediaplug.message.Whoami;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.policy.Discretion;
import io.github.usermediaplug.policy.Pace;
import io.github.usermediaplug.presence.Presence;
import io.github.usermediaplug.roster.Roster;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes each message to the room that answers it, and sees to its one reply. What a room needs from
 * the store is fetched before its turn, since a store may take its time; the reply is sent within
 * the turn, ahead of what the message causes, or, if its time would tell what is hidden, at an even
 * pace. Says of each message what it costs. Has no state of its own but those paces.
 */
@Dependent
public class Dispatcher {

  private static final CompletionStage<Void> HANDLED = CompletableFuture.completedStage(null);
  private static final Answer NOT_IDENTIFIED =
      Answer.refused(Refusal.NOT_IDENTIFIED, "say whoami first");
  private static final Answer UNKNOWN_USER =
      Answer.refused(Refusal.UNKNOWN_USER, "this user is not registered");

  private final FailureLog failures =
      new FailureLog(Logger.getLogger(Dispatcher.class.getName()), Level.SEVERE);
  private final Pace callPace = new Pace();
  private final Pace onlinePace = new Pace();
  private final Pace statusPace = new Pace();
  private final Exchange exchange;
  private final Reception reception;
  private final Departures departures;
  private final Announcements announcements;
  private final Presence presence;
  private final Roster roster;
  private final Discretion discretion;
  private final Inquiries inquiries;
  private final Switchboard switchboard;
  private final Pairs pairs;

  /** A dispatcher to these rooms, in the order a call goes through them. */
  @Inject
  public Dispatcher(
      Exchange exchange,
      Reception reception,
      Departures departures,
      Announcements announcements,
      Presence presence,
      Roster roster,
      Discretion discretion,
      Inquiries inquiries,
      Switchboard switchboard,
      Pairs pairs) {
    this.exchange = exchange;
    this.reception = reception;
    this.departures = departures;
    this.announcements = announcements;
    this.presence = presence;
    this.roster = roster;
    this.discretion = discretion;
    this.inquiries = inquiries;
    this.switchboard = switchboard;
    this.pairs = pairs;
  }

  /** Handles one text; completes, never exceptionally, once its reply is on its way. */
  CompletionStage<Void> handle(MetaConnection connection, String text) {
    if (connection.isClosing()) {
      return HANDLED;
    }
    ClientMessage message = MessageGate.read(text);
    CompletionStage<Void> handled;
    try {
      handled = handle(connection, message);
    } catch (RuntimeException | Error failure) {
      handled = CompletableFuture.failedStage(failure);
    }
    return handled.exceptionally(
        failure -> {
          failures.failed(
              "A " + message.type() + " of user " + Quoted.of(connection.user()) + " failed",
              failure);
          connection.reply(message, Answer.refused(Refusal.SERVER_ERROR, "try again later"));
          return null;
        });
  }

  private CompletionStage<Void> handle(MetaConnection connection, ClientMessage message) {
    Optional<Answer> refusal = refusal(connection, message);
    if (refusal.isPresent()) {
      return reply(connection, message, refusal.get());
    }
    if (message instanceof Whoami whoami) {
      return reception.whoami(connection, whoami);
    }
    if (message instanceof RosterChange change) {
      connection.costs(Price.ofLookups(change.peers().size()));
      return roster.change(change).thenCompose(answer -> reply(connection, change, answer));
    }
    if (message instanceof RosterQuery query) {
      return query(connection, query);
    }
    if (message instanceof StatusChange status) {
      return status(connection, status);
    }
    if (message instanceof CallStep step) {
      return step(connection, step);
    }
    return signal(connection, (Signal) message);
  }

  /**
   * Identification comes first; then whether the text is a message at all, and the sender's own.
   */
  private static Optional<Answer> refusal(MetaConnection connection, ClientMessage message) {
    boolean named = !message.type().equals(Malformed.UNKNOWN);
    if (connection.user().isEmpty() && named && !message.type().equals(Whoami.TYPE)) {
      return Optional.of(NOT_IDENTIFIED);
    }
    if (message instanceof Malformed malformed) {
      return Optional.of(Answer.refused(malformed.refusal(), malformed.reason()));
    }
    if (!connection.user().isEmpty() && !message.user().equals(connection.user())) {
      return Optional.of(
          message instanceof Whoami
              ? Answer.refused(Refusal.ALREADY_IDENTIFIED, "this connection is somebody else's")
              : Answer.refused(Refusal.IDENTITY_MISMATCH, "this connection is not that user's"));
    }
    return Optional.empty();
  }

  /** Of thousands of peers the reply is long, so it is written outside any turn. */
  private CompletionStage<Void> query(MetaConnection connection, RosterQuery query) {
    CompletionStage<Answer> answer =
        roster
            .peers(query.user())
            .thenCompose(
                peers ->
                    peers
                        .map(all -> answer(connection, query, all))
                        .orElse(CompletableFuture.completedStage(UNKNOWN_USER)));
    return answer.thenCompose(given -> reply(connection, query, given));
  }

  private CompletionStage<Answer> answer(
      MetaConnection connection, RosterQuery query, List<String> peers) {
    return switch (query.kind()) {
      case ALL -> CompletableFuture.completedStage(new Answer.Peers(peers));
      case ONLINE -> online(connection, query.user(), peers);
    };
  }

  private CompletionStage<Answer> online(
      MetaConnection connection, String user, List<String> peers) {
    long asked = System.nanoTime();
    connection.costs(discretion.hides() ? peers.size() : Price.ofLookups(peers.size()));
    return discretion
        .visibleTo(user, peers)
        .thenCompose(visible -> discretion.step(onlinePace, asked).thenApply(due -> visible))
        .thenApply(
            visible ->
                new Answer.PeersOnline(
                    exchange.inTurn(() -> visible.stream().filter(presence::isOnline).toList())));
  }

  private CompletionStage<Void> status(MetaConnection connection, StatusChange change) {
    long asked = System.nanoTime();
    String user = change.user();
    return roster
        .peers(user)
        .thenCompose(
            peers ->
                discretion
                    .viewersOf(user, peers.orElse(List.of()))
                    .thenCompose(
                        viewers ->
                            peers.isEmpty()
                                ? reply(connection, change, UNKNOWN_USER)
                                : announce(
                                    connection, change, peers.get().size(), viewers, asked)));
  }

  /**
   * If something is hidden, others are told apart from the reply, and neither waits for the other:
   * the time of the reply, or of what is handled next, says nothing of how many there are.
   */
  private CompletionStage<Void> announce(
      MetaConnection connection, StatusChange change, int peers, List<String> viewers, long asked) {
    if (!discretion.hides()) {
      return exchange.inTurn(
          () -> {
            boolean held = presence.holds(connection);
            connection.reply(change, held ? Answer.OK : NOT_IDENTIFIED);
            if (held) {
              departures.forget(change.user());
              connection.costs(Price.ofLookups(peers));
              connection.costs(presence.announce(change.user(), change.status(), viewers));
            }
            return HANDLED;
          });
    }
    connection.costs((long) peers * Price.HIDDEN_VIEWER);
    return discretion
        .step(statusPace, asked)
        .thenCompose(
            due ->
                exchange.inTurn(
                    () -> reply(connection, change, announce(connection, change, viewers))));
  }

  private Answer announce(MetaConnection connection, StatusChange change, List<String> viewers) {
    if (!presence.holds(connection)) {
      return NOT_IDENTIFIED;
    }
    departures.forget(change.user());
    presence.set(change.user(), change.status());
    announcements.announce(change.user(), viewers);
    return Answer.OK;
  }

  /** What is long is written outside the turn, and costs the same if it is refused there. */
  private CompletionStage<Void> signal(MetaConnection connection, Signal signal) {
    String push = SignalPush.of(signal).json();
    connection.costs(Price.ofBytes(push.length()));
    return inTurn(connection, signal, () -> switchboard.signal(signal, push));
  }

  private CompletionStage<Void> step(MetaConnection connection, CallStep step) {
    String user = step.user();
    String peer = step.peer();
    return switch (step.verb()) {
      case CALL -> call(connection, step);
      case CANCEL -> inTurn(connection, step, () -> switchboard.cancel(connection, peer));
      case REJECT -> inTurn(connection, step, () -> switchboard.reject(connection, peer));
      case ACCEPT -> inTurn(connection, step, () -> accept(connection, peer));
      case TICKET -> inTurn(connection, step, () -> pairs.ticket(user, peer));
      case UNPAIR -> inTurn(connection, step, () -> pairs.hangUp(connection, peer));
    };
  }

  private Answer accept(MetaConnection connection, String peer) {
    Answer answer = switchboard.accept(connection, peer);
    if (answer == Answer.OK) {
      costsPair(connection, peer);
    }
    return answer;
  }

  private static void costsPair(MetaConnection connection, String peer) {
    connection.costs(Price.PAIR);
    connection.costs(peer, Price.PAIR);
  }

  private CompletionStage<Void> call(MetaConnection connection, CallStep call) {
    if (call.peer().equals(call.user())) {
      return reply(
          connection, call, Answer.refused(Refusal.BAD_MESSAGE, "a user cannot call itself"));
    }
    long asked = System.nanoTime();
    connection.costs(Price.CALL);
    return inquiries
        .of(call.user(), call.peer())
        .thenCompose(inquiry -> exchange.inTurn(() -> ring(connection, call, inquiry, asked)));
  }

  private CompletionStage<Void> ring(
      MetaConnection connection, CallStep call, Inquiry inquiry, long asked) {
    Answer answer =
        presence.holds(connection)
            ? switchboard.call(connection, call.peer(), inquiry)
            : NOT_IDENTIFIED;
    if (answer == Answer.OK && pairs.are(call.user(), call.peer())) {
      costsPair(connection, call.peer());
    }
    boolean hiding =
        answer instanceof Answer.Refused refused && refused.refusal() == Refusal.PEER_OFFLINE;
    return hiding
        ? discretion.step(callPace, asked).thenCompose(due -> reply(connection, call, answer))
        : reply(connection, call, answer);
  }

  /** Asks a room, unless the connection was taken over while its message waited. */
  private CompletionStage<Void> inTurn(
      MetaConnection connection, ClientMessage message, Supplier<Answer> room) {
    return exchange.inTurn(
        () -> reply(connection, message, presence.holds(connection) ? room.get() : NOT_IDENTIFIED));
  }

  private static CompletionStage<Void> reply(
      MetaConnection connection, ClientMessage message, Answer answer) {
    connection.reply(message, answer);
    return HANDLED;
  }
}
