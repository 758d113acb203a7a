package io.github.usermediaplug.handshake;

import io.github.usermediaplug.limit.CallerAddress;
import io.github.usermediaplug.origin.OriginGuard;
import io.github.usermediaplug.socket.NoExtensions;
import io.github.usermediaplug.socket.upgrade.IncomingFrames;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;

/**
 * What both doors do while a client shakes hands: no extension, note where it is from and whether
 * its page may connect, and one endpoint for it.
 *
 * <p>A server may come here with no filter run, as one that upgrades before its filters. So the
 * origin is looked at here too. A configurator cannot refuse on every server; the door does then.
 */
public final class Handshake extends NoExtensions {

  private static final String ADMITTED = "io.github.usermediaplug.admitted";

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    // A copy for this one session, on every container.
    Map<String, Object> properties = config.getUserProperties();
    OriginGuard guard = CDI.current().select(OriginGuard.class).get();
    properties.put(ADMITTED, guard.admits(values(request, "Origin"), values(request, "Host")));
    CallerAddress.keepIn(properties);
    IncomingFrames.keepIn(properties);
  }

  /** Whether the client may come in; no, of a session whose handshake was not looked at. */
  public static boolean admits(Session session) {
    return Boolean.TRUE.equals(session.getUserProperties().get(ADMITTED));
  }

  private static List<String> values(HandshakeRequest request, String header) {
    return request.getHeaders().getOrDefault(header, List.of());
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
