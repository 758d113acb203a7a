package io.github.usermediaplug.media;

import io.github.usermediaplug.socket.Frame;
import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;

/** What the server itself says on {@code /media}, and nobody else may. */
sealed interface BridgeMessage {

  String PAIR = "pair";
  String HOLD = "hold";

  /** Without Parsson's bound on nesting, which a claim could hide behind. */
  JsonParserFactory PARSERS =
      Json.createParserFactory(Map.of("org.eclipse.parsson.maxDepth", Integer.MAX_VALUE));

  /** Stateless once built, and safe for any thread. */
  Jsonb JSONB = JsonbBuilder.create();

  /**
   * Whether a client could take this text for one of these messages. Of several fields {@code
   * type}, clients take one or the other, so any of them counts.
   */
  static boolean isClaimedBy(String text) {
    if (!isObject(text) || !(text.contains(PAIR) || text.contains(HOLD) || text.contains("\\u"))) {
      return false;
    }
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      return hasType(parser);
    } catch (RuntimeException notJson) {
      return false;
    }
  }

  private static boolean isObject(String text) {
    int at = 0;
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.startsWith("{", at);
  }

  private static boolean hasType(JsonParser parser) {
    boolean isType = false;
    int depth = 0;
    do {
      Event event = parser.next();
      switch (event) {
        case START_OBJECT, START_ARRAY -> depth++;
        case END_OBJECT, END_ARRAY -> depth--;
        case KEY_NAME -> isType = depth == 1 && parser.getString().equals("type");
        case VALUE_STRING -> {
          if (isType && depth == 1 && Set.of(PAIR, HOLD).contains(parser.getString())) {
            return true;
          }
        }
        default -> {}
      }
    } while (depth > 0);
    return false;
  }

  /** The message, ready to send. */
  default Frame frame() {
    return new Frame.Own(JSONB.toJson(this));
  }

  /** The peer is there; from now on messages pass. */
  @JsonbPropertyOrder({"type", "peer", "window"})
  record PeerJoined(String type, String peer, long window) implements BridgeMessage {

    PeerJoined(String peer, long window) {
      this(PAIR, peer, window);
    }
  }

  /** The peer's connection was lost; it may come back. */
  record Hold(String type) implements BridgeMessage {

    Hold() {
      this(HOLD);
    }
  }
}
