package io.github.usermediaplug.limit;

import jakarta.websocket.Session;
import java.util.Map;

/**
 * Brings the remote address from the handshake's request, which has one, to the session, which in
 * Jakarta WebSocket has none. Every container asks the configurator within the request's chain of
 * filters, in the same thread; so nothing that a client sends can pass for it.
 */
public final class CallerAddress {

  private static final String PROPERTY = "io.github.usermediaplug.caller-address";
  private static final ThreadLocal<String> OF_THIS_REQUEST = new ThreadLocal<>();

  private CallerAddress() {}

  /** Begins a handshake's request; {@link #forget} must follow. */
  static void remember(String block) {
    OF_THIS_REQUEST.set(block);
  }

  static void forget() {
    OF_THIS_REQUEST.remove();
  }

  /** Keeps the address among the properties of the session that is about to be. */
  static void keepIn(Map<String, Object> properties) {
    String block = OF_THIS_REQUEST.get();
    properties.put(PROPERTY, block == null ? "" : block);
  }

  /** Empty where the container knows none, as of a socket of the file system. */
  public static String of(Session session) {
    return session.getUserProperties().get(PROPERTY) instanceof String block ? block : "";
  }
}
