package io.github.usermediaplug.message;

import jakarta.websocket.Encoder;

/** Lets a WebSocket endpoint of a host application send a {@link ServerMessage} as an object. */
public final class ServerMessageEncoder implements Encoder.Text<ServerMessage> {

  @Override
  public String encode(ServerMessage message) {
    return message.json();
  }
}
