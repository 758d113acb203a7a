package io.github.usermediaplug.it.model;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Message;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One message that a line must hear next. */
record Wanted(String what, Predicate<Message> fits, Consumer<Message> heard) {
  /** Stands in a template for a text that the model cannot know. */
  static final String ANYTHING = "*";

  private static final JsonValue WILD = Json.of("x", ANYTHING).get("x");

  /** JSON of this form; then tells what it was. */
  static Wanted json(Consumer<JsonObject> heard, Object... template) {
    JsonObject form = Json.of(template);
    return new Wanted(
        form.toString(),
        message -> message.isText() && isOf(form, message.text()),
        message -> heard.accept(Json.parse(message.text())));
  }

  static Wanted json(Object... template) {
    return json(heard -> {}, template);
  }

  /** The very message. */
  static Wanted same(Message sent) {
    return new Wanted(
        sent.toString(), message -> message.digest().equals(sent.digest()), message -> {});
  }

  private static boolean isOf(JsonObject form, String text) {
    JsonObject json;
    try {
      json = Json.parse(text);
    } catch (RuntimeException notAnObject) {
      return false;
    }
    return json.keySet().equals(form.keySet())
        && form.entrySet().stream()
            .allMatch(
                field ->
                    field.getValue().equals(json.get(field.getKey()))
                        || field.getValue().equals(WILD)
                            && json.get(field.getKey()).getValueType()
                                == JsonValue.ValueType.STRING);
  }
}
