package io.github.usermediaplug.message;

import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one flat object from the token stream, without a tree. JSON-B's own binding would turn the
 * number 5 into the user "5" and pass over nested fields; the contract refuses both.
 */
public final class FlatObjectDeserializer implements JsonbDeserializer<FlatObject> {

  @Override
  public FlatObject deserialize(JsonParser parser, DeserializationContext context, Type type) {
    return new Reading(parser).object();
  }

  /** One pass over one object. */
  private static final class Reading {

    private final JsonParser parser;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private Tx tx;
    private String problem;

    Reading(JsonParser parser) {
      this.parser = parser;
    }

    FlatObject object() {
      while (parser.hasNext() && parser.next() == Event.KEY_NAME) {
        String name = text(parser.getString());
        Object value = value(name, parser.next());
        if (fields.put(name, value) != null) {
          wrong("the field '" + name + "' stands there twice");
        }
      }
      return new FlatObject(
          fields,
          Optional.ofNullable(tx),
          Optional.ofNullable(problem),
          parser.getLocation().getStreamOffset());
    }

    private Object value(String name, Event event) {
      boolean mark = name.equals("tx");
      switch (event) {
        case VALUE_STRING:
          String text = text(parser.getString());
          if (mark) {
            mark(text, false);
          }
          return text;
        case VALUE_NUMBER:
          if (mark) {
            mark(parser.getString(), true);
          }
          return FlatObject.OTHER;
        case START_ARRAY:
          if (mark) {
            wrongMark();
          }
          return strings(name);
        case START_OBJECT:
          skip(event);
          wrong("the field '" + name + "' is nested");
          return FlatObject.OTHER;
        default:
          if (mark) {
            wrongMark();
          }
          return FlatObject.OTHER;
      }
    }

    private List<String> strings(String name) {
      List<String> strings = new ArrayList<>();
      for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
        if (event == Event.VALUE_STRING) {
          strings.add(text(parser.getString()));
          continue;
        }
        wrong("the field '" + name + "' is an array of something else than strings");
        skip(event);
      }
      return strings;
    }

    /** Not by {@code skipObject}: in Parsson that never returns where the text ends too soon. */
    private void skip(Event first) {
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

    private String text(String text) {
      if (!Text.isWellFormed(text)) {
        wrong("a text holds half a surrogate pair");
      }
      return text;
    }

    private void mark(String text, boolean number) {
      if (text.codePointCount(0, text.length()) > Tx.MAX_LENGTH
          || !Text.isWellFormed(text)
          || number && !isDecimal(text)) {
        wrongMark();
      } else {
        tx = new Tx(text, number);
      }
    }

    /** An exponent past 32 bits is valid JSON and no number anybody can echo. */
    private static boolean isDecimal(String literal) {
      try {
        new BigDecimal(literal);
        return true;
      } catch (NumberFormatException tooLarge) {
        return false;
      }
    }

    private void wrongMark() {
      wrong("tx must be a number or a string of at most " + Tx.MAX_LENGTH + " characters");
    }

    private void wrong(String what) {
      if (problem == null) {
        problem = what;
      }
    }
  }
}
