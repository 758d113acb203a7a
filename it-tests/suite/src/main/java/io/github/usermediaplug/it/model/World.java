package io.github.usermediaplug.it.model;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Message;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The users of one script with their lines to the server, and how one asks and is answered. */
final class World {
  private static final List<Optional<JsonValue>> MARKS =
      Stream.concat(
              Stream.of(Optional.<JsonValue>empty()),
              Stream.of("7", "\"m\"", "0.1", "-3", "\"\\u0000ä€😀\"", "1e3")
                  .map(text -> Optional.of(Json.of("tx", Json.literal(text)).get("tx"))))
          .toList();

  private final Exchange exchange;
  private final Clocks clocks;
  private final List<Person> people;
  private final Person witness;
  private final List<Line> lines = new ArrayList<>();
  private int asked;

  World(Exchange exchange, Duration time, int users) {
    this.exchange = exchange;
    this.clocks = new Clocks(time);
    this.people =
        Stream.iterate(0, i -> i + 1)
            .limit(users)
            .map(i -> new Person(Exchange.fresh("u" + i)))
            .toList();
    this.witness = new Person(Exchange.fresh("witness"));
  }

  Clocks clocks() {
    return clocks;
  }

  List<Person> people() {
    return people;
  }

  /** Somebody who does nothing, and to whom everybody's going is told. */
  Person witness() {
    return witness;
  }

  Optional<Person> find(String name) {
    return Stream.concat(people.stream(), Stream.of(witness))
        .filter(one -> one.name().equals(name))
        .findFirst();
  }

  Line openMeta(String owner) {
    return kept(new Line(owner, exchange.slowMeta(owner)));
  }

  Line openMedia(Person owner) {
    String name = owner.name() + "'s media";
    return kept(new Line(name, exchange.slowMedia(name, exchange.mediaUri().toString())));
  }

  private Line kept(Line line) {
    lines.add(line);
    return line;
  }

  void ended(Line line) {
    lines.remove(line);
  }

  /** Everybody hears what is due. */
  void settle() {
    List.copyOf(lines).forEach(Line::settle);
    lines.removeIf(Line::hasEnded);
    lines.forEach(Line::listen);
  }

  /** Nobody hears more than that. */
  void isQuiet() {
    lines.forEach(Line::isToldNothingElse);
  }

  void hangUp() {
    lines.forEach(Line::close);
    lines.clear();
  }

  /** A mark, or none; another each time. */
  Optional<JsonValue> mark() {
    return MARKS.get(asked++ % MARKS.size());
  }

  /** Says something for which the answer is ok, with these fields more. */
  void succeeds(Person person, JsonObject message, Object... fields) {
    succeeds(person, heard -> {}, message, fields);
  }

  void succeeds(Person person, Consumer<JsonObject> heard, JsonObject message, Object... fields) {
    Optional<JsonValue> mark = mark();
    Line line = person.line().orElseThrow();
    line.say(Message.text(marked(message, mark).toString()));
    line.wants(Wanted.json(heard, reply(message.getString("type"), true, mark, fields)));
  }

  void refused(Person person, JsonObject message, String code) {
    Optional<JsonValue> mark = mark();
    Line line = person.line().orElseThrow();
    line.say(Message.text(marked(message, mark).toString()));
    line.wants(refusal(message.getString("type"), mark, code));
  }

  static Wanted refusal(String type, Optional<JsonValue> mark, String code) {
    return Wanted.json(reply(type, false, mark, "error", code, "reason", Wanted.ANYTHING));
  }

  static JsonObject marked(JsonObject message, Optional<JsonValue> mark) {
    return mark.map(tx -> with(message, tx)).orElse(message);
  }

  private static JsonObject with(JsonObject message, JsonValue tx) {
    List<Object> fields = new ArrayList<>(List.of("tx", tx));
    message.forEach((name, value) -> fields.addAll(List.of(name, value)));
    return Json.of(fields.toArray());
  }

  static Object[] reply(String type, boolean ok, Optional<JsonValue> mark, Object... fields) {
    List<Object> all = new ArrayList<>(List.of("type", "res", "for", type, "ok", ok));
    mark.ifPresent(tx -> all.addAll(List.of("tx", tx)));
    all.addAll(List.of(fields));
    return all.toArray();
  }

  /** A step of a call that one tells the other through the server. */
  static Wanted told(String type, Person user, Person peer) {
    return Wanted.json("type", type, "user", user.name(), "peer", peer.name());
  }

  static Wanted told(String type, Person user, Person peer, String reason) {
    return Wanted.json("type", type, "user", user.name(), "peer", peer.name(), "reason", reason);
  }

  static JsonObject message(String type, Person user, Person peer) {
    return Json.of("type", type, "user", user.name(), "peer", peer.name());
  }
}
