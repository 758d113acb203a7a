package io.github.usermediaplug.it.client;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;

/** Builds and reads JSON in the fewest words. */
public final class Json {
  private static final JsonProvider JSON = JsonProvider.provider();

  private Json() {}

  /**
   * An object of alternating names and values: strings, booleans, numbers, collections of strings,
   * JSON values.
   */
  public static JsonObject of(Object... namesAndValues) {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.add((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return object.build();
  }

  public static JsonObject parse(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** Any JSON value, written as it stands: numbers keep the spelling they have here. */
  public static JsonValue literal(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readValue();
    }
  }

  private static JsonValue value(Object value) {
    if (value instanceof JsonValue json) {
      return json;
    }
    if (value instanceof String text) {
      return JSON.createValue(text);
    }
    if (value instanceof Boolean truth) {
      return truth ? JsonValue.TRUE : JsonValue.FALSE;
    }
    if (value instanceof Integer number) {
      return JSON.createValue(number);
    }
    JsonArrayBuilder array = JSON.createArrayBuilder();
    ((Collection<?>) value).forEach(each -> array.add(value(each)));
    return array.build();
  }
}
