package io.github.usermediaplug.limit;

import io.github.usermediaplug.socket.NoExtensions;
import io.github.usermediaplug.socket.upgrade.UnfinishedFrame;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * What both doors do while a client shakes hands: no extension, note where it is from, and one
 * endpoint for it.
 */
public final class Handshake extends NoExtensions {

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    // A copy for this one session, on every container.
    CallerAddress.keepIn(config.getUserProperties());
    UnfinishedFrame.keepIn(config.getUserProperties());
  }

  /**
   * Not as a bean: nothing is injected into an endpoint, and Payara would keep what it needs to.
   */
  @Override
  public <T> T getEndpointInstance(Class<T> endpoint) throws InstantiationException {
    try {
      return endpoint.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException impossible) {
      throw new InstantiationException(impossible.toString());
    }
  }
}
