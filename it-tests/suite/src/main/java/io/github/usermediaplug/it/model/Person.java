package io.github.usermediaplug.it.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A user as the model knows it. */
final class Person {
  private final String name;
  private final List<String> peers = new ArrayList<>();
  private boolean registered;
  private String status = "offline";
  private String resume = "";
  private Optional<Line> line = Optional.empty();

  Person(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** In the order added. */
  List<String> peers() {
    return peers;
  }

  boolean isRegistered() {
    return registered;
  }

  void register(List<String> first) {
    registered = true;
    add(first);
  }

  void add(List<String> more) {
    more.stream()
        .filter(peer -> !peer.equals(name) && !peers.contains(peer))
        .distinct()
        .forEach(peers::add);
  }

  boolean isOnline() {
    return line.isPresent() && !status.equals("offline");
  }

  void show(String newStatus) {
    status = newStatus;
  }

  /** The secret of its last connection; empty before the first. */
  String resume() {
    return resume;
  }

  void keep(String secret) {
    resume = secret;
  }

  /** Its connection, identified as this user. */
  Optional<Line> line() {
    return line;
  }

  void on(Line connection) {
    line = Optional.of(connection);
  }

  void gone() {
    line = Optional.empty();
    status = "offline";
  }

  void hears(Wanted message) {
    line.ifPresent(one -> one.wants(message));
  }
}
