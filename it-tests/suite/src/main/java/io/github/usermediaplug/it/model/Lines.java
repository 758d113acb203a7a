package io.github.usermediaplug.it.model;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Message;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Users come and go, and lines that are nobody's. */
final class Lines {
  private final World world;
  private final Calls calls;

  Lines(World world, Calls calls) {
    this.world = world;
    this.calls = calls;
  }

  /** Where nobody holds the name a secret does no harm, be it stale or none at all. */
  void connect(Person user, boolean withSecret) {
    if (user.line().isEmpty()) {
      Line line = arrive(user, withSecret, Wanted.ANYTHING);
      user.on(line);
      calls.remind(user, line);
    }
  }

  /** Another line takes over, by the secret. */
  void resume(Person user) {
    if (user.line().isPresent()) {
      Line old = user.line().get();
      Line line = arrive(user, true, user.resume());
      user.on(line);
      old.wantsEnd(1000);
      calls.remind(user, line);
    }
  }

  private Line arrive(Person user, boolean withSecret, String secret) {
    Line line = world.openMeta(user.name());
    Optional<JsonValue> mark = world.mark();
    line.say(Message.text(World.marked(whoami(user, withSecret), mark).toString()));
    line.wants(
        Wanted.json(
            heard -> user.keep(heard.getString("resume")),
            World.reply("whoami", true, mark, "resume", secret)));
    return line;
  }

  private static JsonObject whoami(Person user, boolean withSecret) {
    return withSecret
        ? Json.of("type", "whoami", "user", user.name(), "resume", user.resume())
        : Json.of("type", "whoami", "user", user.name());
  }

  /** Somebody claims a name that is held, with nothing to show for it. */
  void claim(Person user) {
    if (user.line().isPresent()) {
      Line line = world.openMeta("not " + user.name());
      line.say(
          Message.text(
              Json.of("type", "whoami", "user", user.name(), "resume", "guessed").toString()));
      line.wants(World.refusal("whoami", Optional.empty(), "identity-taken"));
      line.settle();
      line.close();
      world.ended(line);
    }
  }

  /** Somebody who says no name; who stays is closed in the end. */
  void stranger(Person user, boolean stays) {
    Line line = world.openMeta("stranger");
    line.say(Message.text(Json.of("type", "peers", "user", user.name()).toString()));
    line.wants(World.refusal("peers", Optional.empty(), "not-identified"));
    line.say(Message.text("{\"type\":"));
    line.wants(World.refusal("unknown", Optional.empty(), "bad-json"));
    line.settle();
    if (stays) {
      world.clocks().start(() -> line.wantsEnd(1008));
    } else {
      line.close();
      world.ended(line);
    }
  }

  /** Only of who is registered can a witness tell that the server has noticed. */
  void disconnect(Person user, boolean abruptly) {
    if (user.line().isPresent() && user.isRegistered()) {
      Line line = user.line().get();
      if (abruptly) {
        line.cut();
      } else {
        line.close();
      }
      world.ended(line);
      user.gone();
      calls.lose(user);
      tell(user, "offline");
    }
  }

  /** The user's connected peers hear of its presence. */
  void tell(Person user, String status) {
    for (String peer : List.copyOf(user.peers())) {
      world
          .find(peer)
          .ifPresent(
              one ->
                  one.hears(Wanted.json("type", "status", "user", user.name(), "status", status)));
    }
  }
}
