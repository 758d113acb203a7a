package io.github.usermediaplug.message;

import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;

/** Writes a reply: the envelope, and behind it the fields of its answer. */
public final class ResSerializer implements JsonbSerializer<Res> {

  @Override
  public void serialize(Res res, JsonGenerator json, SerializationContext context) {
    json.writeStartObject();
    json.write("type", "res");
    json.write("for", res.message().type());
    json.write("ok", !(res.answer() instanceof Answer.Refused));
    res.message().tx().ifPresent(tx -> context.serialize("tx", tx, json));
    write(res.answer(), json);
    json.writeEnd();
  }

  private static void write(Answer answer, JsonGenerator json) {
    if (answer instanceof Answer.Refused refused) {
      json.write("error", refused.refusal().code());
      json.write("reason", refused.reason());
    } else if (answer instanceof Answer.Identified identified) {
      json.write("resume", identified.resume());
    } else if (answer instanceof Answer.Ticketed ticketed) {
      json.write("ticket", ticketed.ticket());
      json.write("media", ticketed.media());
    } else if (answer instanceof Answer.Peers list) {
      json.writeStartArray("peers");
      list.peers().forEach(json::write);
      json.writeEnd();
    } else if (answer instanceof Answer.PeersOnline list) {
      json.writeStartArray("peers_online");
      list.peers().forEach(json::write);
      json.writeEnd();
    }
  }
}
