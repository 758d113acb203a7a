package io.github.usermediaplug.pair;

import io.github.usermediaplug.identity.Secret;
import io.github.usermediaplug.presence.Connection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Future;

/** One user's end of a pair; written only in turns of the exchange. */
final class Side {

  /** More tickets than this at a time are of no use; the oldest gives way. */
  private static final int MAX_TICKETS = 4;

  private record Ticket(Secret secret, long expires) {}

  private final String user;
  private final Deque<Ticket> tickets = new ArrayDeque<>();
  private Optional<Connection> connection;
  private Optional<Future<?>> grace = Optional.empty();

  Side(String user, Connection connection) {
    this.user = user;
    this.connection = Optional.of(connection);
  }

  String user() {
    return user;
  }

  /** Who is told to connect; empty while the user's connection is lost. */
  Optional<Connection> connection() {
    return connection;
  }

  boolean isOn(Connection other) {
    return connection.filter(one -> one == other).isPresent();
  }

  void found(Connection again) {
    connection = Optional.of(again);
    stopGrace();
  }

  void lost(Future<?> end) {
    connection = Optional.empty();
    grace = Optional.of(end);
  }

  void stopGrace() {
    grace.ifPresent(timer -> timer.cancel(false));
    grace = Optional.empty();
  }

  String issue(long ttlNanos) {
    if (tickets.size() == MAX_TICKETS) {
      tickets.remove();
    }
    Secret secret = Secret.fresh();
    tickets.add(new Ticket(secret, System.nanoTime() + ttlNanos));
    return secret.reveal();
  }

  /** Takes a ticket in; true once for each ticket that was issued and has not expired. */
  boolean redeem(String word) {
    tickets.removeIf(ticket -> ticket.expires() - System.nanoTime() < 0);
    return tickets.removeIf(ticket -> ticket.secret().matches(word));
  }
}
