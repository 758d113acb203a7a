package io.github.usermediaplug.presence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connected user; written only by {@link Presence}. */
final class OnlineUser {

  private List<Connection> connections = List.of();
  private String status = Presence.OFFLINE;

  List<Connection> connections() {
    return connections;
  }

  String status() {
    return status;
  }

  void status(String status) {
    this.status = status;
  }

  Optional<Connection> resumable(String secret) {
    return connections.stream().filter(one -> one.resume().matches(secret)).findFirst();
  }

  void add(Connection connection) {
    List<Connection> more = new ArrayList<>(connections);
    more.add(connection);
    connections = List.copyOf(more);
  }

  boolean remove(Connection connection) {
    int before = connections.size();
    connections = connections.stream().filter(one -> one != connection).toList();
    return connections.size() < before;
  }

  void replace(Connection old, Connection by) {
    connections = connections.stream().map(one -> one == old ? by : one).toList();
  }
}
