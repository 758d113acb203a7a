package io.github.usermediaplug.limit;

import io.github.usermediaplug.socket.NoExtensions;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/** What both doors do while a client shakes hands: no extension, and note where it is from. */
public final class Handshake extends NoExtensions {

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    // A copy for this one session, on every container.
    CallerAddress.keepIn(config.getUserProperties());
  }
}
