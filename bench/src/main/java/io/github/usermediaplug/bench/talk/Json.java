package io.github.usermediaplug.bench.talk;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes and reads the flat messages of the contract, as far as the benchmark needs it: its own
 * names have nothing to escape. A parser would cost the load generator more than the messages.
 */
public final class Json {

  private Json() {}

  /** An object of these fields, names and values by turns. */
  public static String object(String... fields) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < fields.length; i += 2) {
      json.append(i == 0 ? "" : ",").append(quoted(fields[i])).append(':');
      json.append(fields[i + 1].startsWith("[") ? fields[i + 1] : quoted(fields[i + 1]));
    }
    return json.append('}').toString();
  }

  /** An array of these strings, to be a value of {@link #object}. */
  public static String array(String... values) {
    return Arrays.stream(values).map(Json::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  /** Whether a message has this type. */
  public static boolean isType(String message, String type) {
    return field(message, "type").equals(type);
  }

  /** The string or number in a field; empty where there is none. */
  public static String field(String message, String name) {
    int at = message.indexOf("\"" + name + "\":");
    if (at < 0) {
      return "";
    }
    int from = at + name.length() + 3;
    if (message.charAt(from) == '"') {
      return message.substring(from + 1, message.indexOf('"', from + 1));
    }
    int to = from;
    while (to < message.length() && ",}".indexOf(message.charAt(to)) < 0) {
      to++;
    }
    return message.substring(from, to);
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
