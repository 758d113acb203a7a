package io.github.usermediaplug.it.fuzz;

import io.github.usermediaplug.message.ClientMessage;
import io.github.usermediaplug.message.Malformed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What docs/protocol.md has to say on a text, worked out without the product.
 *
 * @param error the code it is refused with; empty where it is a message
 * @param type what its reply names
 * @param tx the mark its reply carries: a String or a {@link FlatReading.Num}
 */
record Verdict(FlatReading reading, Optional<String> error, String type, Optional<Object> tx) {
  private static final int MAX_TX = 64;
  private static final int MAX_NAME = 128;

  /** A parser may refuse what is nested deeper than this: it is a refusal one way or the other. */
  private static final int DEEP = 900;

  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("whoami", List.of("user")),
          Map.entry("reg-user", List.of("user")),
          Map.entry("add-peers", List.of("user")),
          Map.entry("del-peers", List.of("user")),
          Map.entry("peers", List.of("user")),
          Map.entry("peers-online", List.of("user")),
          Map.entry("status", List.of("user", "status")),
          Map.entry("call", List.of("user", "peer")),
          Map.entry("cancel", List.of("user", "peer")),
          Map.entry("accept", List.of("user", "peer")),
          Map.entry("reject", List.of("user", "peer")),
          Map.entry("ticket", List.of("user", "peer")),
          Map.entry("unpair", List.of("user", "peer")),
          Map.entry("signal", List.of("user", "peer")));

  static Verdict on(String text) {
    FlatReading reading = FlatReading.of(text);
    if (!reading.json()) {
      return new Verdict(reading, Optional.of("bad-json"), "unknown", Optional.empty());
    }
    String type = reading.fields().get("type") instanceof String name && isName(name) ? name : null;
    Optional<Object> tx = Optional.ofNullable(reading.fields().get("tx")).filter(Verdict::isTx);
    Optional<String> error = Optional.empty();
    if (type == null || isFlawed(reading, tx)) {
      error = Optional.of("bad-message");
    } else if (!NAMES.containsKey(type)) {
      error = Optional.of("unknown-type");
    } else if (!fits(type, reading.fields())) {
      error = Optional.of("bad-message");
    }
    return new Verdict(reading, error, type == null ? "unknown" : type, tx);
  }

  /** The product says the same. */
  void hold(ClientMessage message, String text) {
    if (reading.depth() > DEEP) {
      Expect.that(message instanceof Malformed, () -> "accepted: " + text);
      return;
    }
    Optional<String> code =
        message instanceof Malformed malformed
            ? Optional.of(malformed.refusal().code())
            : Optional.empty();
    Expect.equal(error, code, () -> text);
    if (!reading.twice().contains("type")) {
      Expect.equal(type, message.type(), () -> text);
    }
    if (error.isEmpty()) {
      Expect.equal(reading.fields().get("user"), message.user(), () -> text);
    }
  }

  /** The reply is one JSON object that says whose it is, and comes back with the same mark. */
  void holdReply(ClientMessage message, String reply) {
    FlatReading res = FlatReading.of(reply);
    Expect.that(res.json() && res.object() && !res.flawed(), () -> "no reply: " + reply);
    Expect.equal("res", res.fields().get("type"), () -> reply);
    Expect.equal(message.type(), res.fields().get("for"), () -> reply);
    if (!reading.twice().contains("tx") && reading.depth() <= DEEP) {
      Expect.equal(tx.map(Verdict::value), mark(res).map(Verdict::value), () -> reply);
    }
  }

  private static Optional<Object> mark(FlatReading res) {
    return Optional.ofNullable(res.fields().get("tx"));
  }

  /** As JavaScript compares them, with the two zeros told apart. */
  private static Object value(Object tx) {
    return tx instanceof FlatReading.Num number
        ? Double.doubleToLongBits(Double.parseDouble(number.literal()))
        : tx;
  }

  private static boolean isFlawed(FlatReading reading, Optional<Object> tx) {
    return reading.flawed()
        || !reading.twice().isEmpty()
        || reading.fields().containsKey("tx") && tx.isEmpty();
  }

  private static boolean fits(String type, Map<String, Object> fields) {
    boolean names =
        NAMES.get(type).stream()
            .allMatch(name -> fields.get(name) instanceof String text && isName(text));
    return names
        && switch (type) {
          case "reg-user", "add-peers", "del-peers" -> areNames(fields.get("peers"));
          case "signal" -> fields.get("data") instanceof String;
          case "whoami" -> isTextOrNone(fields, "token") && isTextOrNone(fields, "resume");
          default -> true;
        };
  }

  private static boolean isTextOrNone(Map<String, Object> fields, String name) {
    return !fields.containsKey(name) || fields.get(name) instanceof String;
  }

  private static boolean areNames(Object value) {
    return value instanceof List<?> list && list.stream().allMatch(one -> isName((String) one));
  }

  private static boolean isName(String text) {
    long characters = text.codePoints().count();
    return characters >= 1
        && characters <= MAX_NAME
        && text.chars().noneMatch(c -> c < 0x20 || c >= 0x7f && c <= 0x9f)
        && text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
  }

  private static boolean isTx(Object value) {
    if (value instanceof String text) {
      return text.codePoints().count() <= MAX_TX
          && text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
    }
    return value instanceof FlatReading.Num number
        && number.literal().length() <= MAX_TX
        && isDecimal(number.literal());
  }

  private static boolean isDecimal(String literal) {
    try {
      return new BigDecimal(literal) != null;
    } catch (NumberFormatException exponentTooLong) {
      return false;
    }
  }
}
