package io.github.usermediaplug.media;

import io.github.usermediaplug.socket.Frame;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** What the server itself says on {@code /media}. */
sealed interface BridgeMessage {

  /** Stateless once built, and safe for any thread. */
  Jsonb JSONB = JsonbBuilder.create();

  /** The message, ready to send. */
  default Frame frame() {
    return new Frame.Own(JSONB.toJson(this));
  }

  /** The peer is there; from now on messages pass. */
  @JsonbPropertyOrder({"type", "peer", "window"})
  record PeerJoined(String type, String peer, long window) implements BridgeMessage {

    PeerJoined(String peer, long window) {
      this("pair", peer, window);
    }
  }

  /** The peer's connection was lost; it may come back. */
  record Hold(String type) implements BridgeMessage {

    Hold() {
      this("hold");
    }
  }
}
