package io.github.usermediaplug.it.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/** The one reply to one message. */
public record Reply(JsonObject json) {
  public Reply ok() {
    assertEquals("res", json.getString("type"), this::toString);
    assertTrue(json.getBoolean("ok"), this::toString);
    assertFalse(json.containsKey("error"), this::toString);
    return this;
  }

  public boolean isOk() {
    return json.getBoolean("ok");
  }

  public Reply refused(String code) {
    assertEquals("res", json.getString("type"), this::toString);
    assertFalse(json.getBoolean("ok"), this::toString);
    assertEquals(code, json.getString("error"), this::toString);
    assertFalse(json.getString("reason").isBlank(), "a reason for people: " + this);
    return this;
  }

  /** The type of the message that this replies to. */
  public Reply to(String type) {
    assertEquals(type, json.getString("for"), this::toString);
    return this;
  }

  public String string(String field) {
    assertTrue(json.containsKey(field), () -> field + " is missing in " + this);
    return json.getString(field);
  }

  public List<String> strings(String field) {
    assertTrue(json.containsKey(field), () -> field + " is missing in " + this);
    return json.getJsonArray(field).getValuesAs(JsonString::getString);
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
