package io.github.usermediaplug.it.model;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Message;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is kept of users, and what they ask about it. */
final class Rosters {
  private static final List<String> KINDS = List.of("peers", "peers-online");

  private final World world;

  Rosters(World world) {
    this.world = world;
  }

  void register(Person user, List<String> peers) {
    // The witness is everybody's peer, first of all, and stays it.
    List<String> all = new ArrayList<>(List.of(world.witness().name()));
    all.addAll(peers);
    if (user.isRegistered()) {
      world.refused(user, change("reg-user", user, all), "user-exists");
    } else {
      world.succeeds(user, change("reg-user", user, all));
      user.register(all);
    }
  }

  void add(Person user, List<String> peers) {
    if (user.isRegistered()) {
      world.succeeds(user, change("add-peers", user, peers));
      user.add(peers);
    } else {
      world.refused(user, change("add-peers", user, peers), "unknown-user");
    }
  }

  void delete(Person user, List<String> peers) {
    if (user.isRegistered()) {
      world.succeeds(user, change("del-peers", user, peers));
      user.peers().removeAll(peers);
    } else {
      world.refused(user, change("del-peers", user, peers), "unknown-user");
    }
  }

  private static JsonObject change(String type, Person user, List<String> peers) {
    return Json.of("type", type, "user", user.name(), "peers", peers);
  }

  void ask(Person user, boolean online) {
    String type = KINDS.get(online ? 1 : 0);
    JsonObject message = Json.of("type", type, "user", user.name());
    if (!user.isRegistered()) {
      world.refused(user, message, "unknown-user");
      return;
    }
    List<String> peers =
        user.peers().stream()
            .filter(peer -> !online || world.find(peer).filter(Person::isOnline).isPresent())
            .toList();
    String field = online ? "peers_online" : "peers";
    Optional<JsonValue> mark = world.mark();
    Line line = user.line().orElseThrow();
    line.say(Message.text(World.marked(message, mark).toString()));
    line.wants(
        mark.isPresent()
            ? Wanted.json(World.reply(type, true, mark, field, peers))
            : Wanted.json("type", type, field, peers));
  }
}
