package io.github.usermediaplug.it;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.User;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Random;

/** Says anything: sense and nonsense, to anybody, with a tx or without. */
final class Chatter {
  /** A message, the type its reply must name, and the tx its reply must echo, or null. */
  record Line(String text, String type, Integer tx) {}

  private static final List<String> TO_A_PEER =
      List.of("call", "call", "cancel", "accept", "accept", "reject", "unpair", "ticket");
  private static final List<String> NONSENSE =
      List.of("", "{", "[]", "7", "\"x\"", "{}", "{\"type\":7}");

  private final User self;
  private final List<User> crowd;
  private final Random random;

  Chatter(User self, List<User> crowd, Random random) {
    this.self = self;
    this.crowd = crowd;
    this.random = random;
  }

  Line next(int number) {
    return switch (random.nextInt(8)) {
      case 0 -> new Line(any(NONSENSE), "unknown", null);
      case 1 -> durable(number);
      case 2 -> question(number);
      case 3 -> wrong(number);
      case 4 -> line(number, "status", "status", "s" + number);
      case 5 -> line(number, "signal", "peer", anybody(), "data", "d" + number);
      default -> line(number, any(TO_A_PEER), "peer", anybody());
    };
  }

  private Line durable(int number) {
    String type = any(List.of("reg-user", "add-peers", "add-peers", "del-peers"));
    return line(number, type, "peers", List.of(anybody(), "p" + random.nextInt(20)));
  }

  private Line question(int number) {
    return line(number, any(List.of("peers", "peers-online", "whoami")));
  }

  private Line wrong(int number) {
    return switch (random.nextInt(5)) {
      case 0 -> line(number, "dance");
      case 1 -> line(number, "call", "peer", 7);
      case 2 -> line(number, "status");
      case 3 -> line(number, "peers", "nested", Json.literal("{}"));
      default -> asSomebodyElse(number);
    };
  }

  private Line asSomebodyElse(int number) {
    JsonObject message = Json.of("type", "status", "user", "nobody", "status", "x", "tx", number);
    return new Line(message.toString(), "status", number);
  }

  private Line line(int number, String type, Object... fields) {
    JsonObject message = self.message(type, fields);
    if (random.nextInt(4) == 0) {
      return new Line(message.toString(), type, null);
    }
    String text = message.toString();
    return new Line(text.substring(0, text.length() - 1) + ",\"tx\":" + number + "}", type, number);
  }

  private String anybody() {
    return any(crowd).name();
  }

  private <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
