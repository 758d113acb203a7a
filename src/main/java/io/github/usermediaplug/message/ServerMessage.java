package io.github.usermediaplug.message;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;

/** One message to a client. An absent field is null, which JSON-B leaves out. */
public sealed interface ServerMessage
    permits Res, PeersList, PeersOnlineList, Forwarded, StatusPush, SignalPush, ForceCall {

  /** Stateless once built, and safe for any thread (JSON-B 3.0, section 3.3). */
  Jsonb JSONB = JsonbBuilder.create(new JsonbConfig().withSerializers(new TxSerializer()));

  /** The text to send. A message for many is written once and its text shared. */
  default String json() {
    return JSONB.toJson(this);
  }
}
