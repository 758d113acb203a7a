package io.github.usermediaplug.media;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first message on {@code /media}: who joins whom, and the ticket that lets it. */
public record Join(String type, String user, String peer, String ticket) {

  private static final JsonParserFactory JSON = Json.createParserFactory(Map.of());

  /** Reads a join; anything else is none. */
  static Optional<Join> read(String text) {
    try (JsonParser parser = JSON.createParser(new StringReader(text))) {
      Map<String, String> texts = texts(parser);
      return Optional.of(
              new Join(
                  texts.get("type"), texts.get("user"), texts.get("peer"), texts.get("ticket")))
          .filter(Join::isWhole);
    } catch (RuntimeException notAJoin) {
      // Parsers refuse some texts by no narrower type.
      return Optional.empty();
    }
  }

  /**
   * The fields of one object that are strings. Token by token: JSON-B would turn the number 5 into
   * the ticket "5", take the last of two tickets, and not look at what follows the object.
   */
  private static Map<String, String> texts(JsonParser parser) {
    Map<String, String> texts = new HashMap<>();
    Set<String> names = new HashSet<>();
    if (parser.next() != Event.START_OBJECT) {
      return texts;
    }
    while (parser.next() == Event.KEY_NAME) {
      String name = parser.getString();
      if (!names.add(name)) {
        return Map.of();
      }
      Event value = parser.next();
      if (value == Event.VALUE_STRING) {
        texts.put(name, parser.getString());
      } else {
        skip(parser, value);
      }
    }
    return parser.hasNext() ? Map.of() : texts;
  }

  /** Not by {@code skipObject}: in Parsson that never returns where the text ends too soon. */
  private static void skip(JsonParser parser, Event first) {
    int depth = depthAfter(first, 0);
    while (depth > 0) {
      depth = depthAfter(parser.next(), depth);
    }
  }

  private static int depthAfter(Event event, int depth) {
    return switch (event) {
      case START_OBJECT, START_ARRAY -> depth + 1;
      case END_OBJECT, END_ARRAY -> depth - 1;
      default -> depth;
    };
  }

  /** Never shows the ticket. */
  @Override
  public String toString() {
    return "Join[user=" + user + ", peer=" + peer + "]";
  }

  private boolean isWhole() {
    return "join".equals(type) && user != null && peer != null && ticket != null;
  }
}
