package io.github.usermediaplug.it.model;

import io.github.usermediaplug.it.client.Message;
import java.util.List;
import java.util.Optional;

/**
 * A text that is no message, or not the sender's own.
 *
 * @param text with %s for the sender's name
 * @param type what its reply names
 * @param code what it is refused with
 */
record Nonsense(String text, String type, String code) {
  static final List<Nonsense> ALL =
      List.of(
          new Nonsense("", "unknown", "bad-json"),
          new Nonsense("{\"type\":\"call\",\"x\":{", "unknown", "bad-json"),
          new Nonsense("[]", "unknown", "bad-message"),
          new Nonsense("{\"user\":\"%s\"}", "unknown", "bad-message"),
          new Nonsense("{\"type\":\"dance\",\"user\":\"%s\"}", "dance", "unknown-type"),
          new Nonsense("{\"type\":\"call\",\"user\":\"%s\",\"peer\":7}", "call", "bad-message"),
          new Nonsense("{\"type\":\"accept\",\"user\":\"%s\"}", "accept", "bad-message"),
          new Nonsense("{\"type\":\"peers\",\"user\":\"%s\",\"x\":{}}", "peers", "bad-message"),
          new Nonsense(
              "{\"type\":\"status\",\"user\":\"%s\",\"status\":\"\\ud83d\"}",
              "status", "bad-message"),
          new Nonsense(
              "{\"type\":\"unpair\",\"user\":\"x%s\",\"peer\":\"y\"}",
              "unpair", "identity-mismatch"),
          new Nonsense("{\"type\":\"whoami\",\"user\":\"x%s\"}", "whoami", "already-identified"));

  void saidBy(Person user) {
    Line line = user.line().orElseThrow();
    line.say(Message.text(text.replace("%s", user.name())));
    line.wants(World.refusal(type, Optional.empty(), code));
  }
}
