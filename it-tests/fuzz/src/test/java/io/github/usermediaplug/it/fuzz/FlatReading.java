package io.github.usermediaplug.it.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as another parser reads it, by the rules of docs/protocol.md alone.
 *
 * @param json whether it is one JSON text
 * @param object whether it is an object
 * @param fields of the object: a String, a {@link Num}, a {@code List<String>}, or the token of
 *     what is none of these
 * @param twice the names that stand there more than once
 * @param flawed whether something in it is nested, mixed or half a surrogate pair
 * @param depth how deep it is nested
 */
public record FlatReading(
    boolean json,
    boolean object,
    Map<String, Object> fields,
    Set<String> twice,
    boolean flawed,
    int depth) {

  /** A number as it was written. */
  public record Num(String literal) {}

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** Jackson takes many a letter of other scripts for a hexadecimal digit. */
  private static final Pattern ODD_ESCAPE =
      Pattern.compile("(?<!\\\\)(\\\\\\\\)*+\\\\u\\p{XDigit}{0,3}\\P{ASCII}");

  /** Jackson takes half a surrogate pair in a name for no JSON if it is escaped, and only then. */
  private static final Pattern ESCAPED_SURROGATE =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\u([dD][89a-fA-F]\\p{XDigit}{2})");

  private static final FlatReading NOT_JSON =
      new FlatReading(false, false, Map.of(), Set.of(), true, 0);

  /** Reads a text, whatever it is. */
  public static FlatReading of(String text) {
    if (ODD_ESCAPE.matcher(text).find()) {
      return NOT_JSON;
    }
    try (JsonParser parser = JSON.createParser(withPlainSurrogates(text))) {
      return new Pass(parser).read();
    } catch (IOException notJson) {
      return NOT_JSON;
    }
  }

  private static String withPlainSurrogates(String text) {
    return ESCAPED_SURROGATE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group(1) + (char) Integer.parseInt(escape.group(2), 16)));
  }

  private static final class Pass {
    private final JsonParser parser;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Set<String> twice = new HashSet<>();
    private boolean flawed;
    private int depth;
    private int deepest;

    Pass(JsonParser parser) {
      this.parser = parser;
    }

    FlatReading read() throws IOException {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return NOT_JSON;
      }
      boolean object = first == JsonToken.START_OBJECT;
      if (object) {
        fields();
      } else {
        skip(first);
      }
      boolean alone = parser.nextToken() == null;
      return new FlatReading(alone, object, fields, twice, flawed, deepest);
    }

    private void fields() throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = wellFormed(parser.currentName());
        if (fields.put(name, value(parser.nextToken())) != null) {
          twice.add(name);
        }
      }
    }

    private Object value(JsonToken token) throws IOException {
      switch (token) {
        case VALUE_STRING:
          return text();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT:
          return new Num(parser.getText());
        case START_ARRAY:
          return strings();
        case START_OBJECT:
          flawed = true;
          skip(token);
          return token;
        default:
          return token;
      }
    }

    private List<String> strings() throws IOException {
      List<String> strings = new ArrayList<>();
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          strings.add(text());
        } else {
          flawed = true;
          skip(token);
        }
      }
      return strings;
    }

    private String text() throws IOException {
      return wellFormed(parser.getText());
    }

    private String wellFormed(String text) {
      flawed |= !text.equals(new String(text.getBytes(UTF_8), UTF_8));
      return text;
    }

    private void skip(JsonToken token) throws IOException {
      int before = depth;
      JsonToken next = token;
      while (true) {
        depth += next.isStructStart() ? 1 : next.isStructEnd() ? -1 : 0;
        deepest = Math.max(deepest, depth);
        if (depth == before) {
          return;
        }
        next = parser.nextToken();
      }
    }
  }
}
