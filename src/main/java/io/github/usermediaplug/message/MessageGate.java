package io.github.usermediaplug.message;

import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one place that decides which schema a text is. Each text is parsed once; whatever it is, the
 * outcome is a value. Safe for any thread.
 */
public final class MessageGate {

  private static final Jsonb JSONB =
      JsonbBuilder.create(new JsonbConfig().withDeserializers(new FlatObjectDeserializer()));

  private static final JsonParserFactory JSON = Json.createParserFactory(Map.of());

  private static final Map<String, SchemaDecoder> SCHEMAS = new HashMap<>();

  static {
    for (SchemaDecoder schema :
        List.of(
            new WhoamiDecoder(),
            new RosterChangeDecoder(),
            new RosterQueryDecoder(),
            new StatusChangeDecoder(),
            new CallStepDecoder(),
            new SignalDecoder())) {
      schema.types().forEach(type -> SCHEMAS.put(type, schema));
    }
  }

  private MessageGate() {}

  /** Reads one text message of a client; what breaks the contract becomes {@link Malformed}. */
  public static ClientMessage read(String text) {
    try {
      if (!text.stripLeading().startsWith("{")) {
        return notAnObject(text);
      }
      FlatObject object = JSONB.fromJson(text, FlatObject.class);
      // JSON-B stops reading where the object ends.
      return isSpace(text.substring((int) object.end())) ? bind(object) : notJson();
    } catch (RuntimeException invalid) {
      // Parsson refuses deep nesting by no narrower type; whatever a parser throws, it is the text.
      return notJson();
    }
  }

  /** JSON's own four, which are fewer than Java's (RFC 8259, section 2). */
  private static boolean isSpace(String text) {
    return text.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\n' || c == '\r');
  }

  /** Token by token: JSON-B binds nested arrays by recursion, which a hostile text overflows. */
  private static Malformed notAnObject(String text) {
    try (JsonParser parser = JSON.createParser(new StringReader(text))) {
      while (parser.hasNext()) {
        parser.next();
      }
    }
    return unknown(Refusal.BAD_MESSAGE, "a message must be a JSON object");
  }

  private static Malformed notJson() {
    return unknown(Refusal.BAD_JSON, "this text is not JSON");
  }

  private static Malformed unknown(Refusal refusal, String reason) {
    return new Malformed(Malformed.UNKNOWN, Optional.empty(), refusal, reason);
  }

  private static ClientMessage bind(FlatObject object) {
    Optional<String> type = object.type();
    if (type.isEmpty()) {
      return malformed(object, Refusal.BAD_MESSAGE, "the field 'type' must be a string");
    }
    if (object.problem().isPresent()) {
      return malformed(object, Refusal.BAD_MESSAGE, object.problem().get());
    }
    SchemaDecoder schema = SCHEMAS.get(type.get());
    if (schema == null) {
      return malformed(object, Refusal.UNKNOWN_TYPE, "there is no message of this type");
    }
    try {
      return schema.bind(type.get(), new Fields(object));
    } catch (BadField bad) {
      return malformed(object, Refusal.BAD_MESSAGE, bad.getMessage());
    }
  }

  private static Malformed malformed(FlatObject object, Refusal refusal, String reason) {
    return new Malformed(object.type().orElse(Malformed.UNKNOWN), object.tx(), refusal, reason);
  }
}
