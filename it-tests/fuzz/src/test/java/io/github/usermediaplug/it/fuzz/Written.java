package io.github.usermediaplug.it.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.usermediaplug.message.CallStep;
import io.github.usermediaplug.message.ClientMessage;
import io.github.usermediaplug.message.RosterChange;
import io.github.usermediaplug.message.Signal;
import io.github.usermediaplug.message.StatusChange;
import io.github.usermediaplug.message.Tx;
import io.github.usermediaplug.message.Whoami;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A client's message as another client would write it. */
final class Written {
  private static final JsonFactory JSON = new JsonFactory();

  private Written() {}

  static String of(ClientMessage message) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      if (message.tx().isPresent()) {
        tx(json, message.tx().get());
      }
      json.writeStringField("user", message.user());
      fields(json, message);
      json.writeStringField("type", message.type());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void tx(JsonGenerator json, Tx tx) throws IOException {
    json.writeFieldName("tx");
    if (tx.number()) {
      json.writeRawValue(tx.text());
    } else {
      json.writeString(tx.text());
    }
  }

  private static void fields(JsonGenerator json, ClientMessage message) throws IOException {
    if (message instanceof Whoami whoami) {
      optional(json, "token", whoami.token());
      optional(json, "resume", whoami.resume());
    } else if (message instanceof RosterChange change) {
      json.writeFieldName("peers");
      json.writeArray(change.peers().toArray(String[]::new), 0, change.peers().size());
    } else if (message instanceof StatusChange change) {
      json.writeStringField("status", change.status());
    } else if (message instanceof CallStep step) {
      json.writeStringField("peer", step.peer());
    } else if (message instanceof Signal signal) {
      json.writeStringField("peer", signal.peer());
      json.writeStringField("data", signal.data());
    }
  }

  private static void optional(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    }
  }
}
