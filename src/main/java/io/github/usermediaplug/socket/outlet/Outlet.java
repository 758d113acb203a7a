package io.github.usermediaplug.socket.outlet;

import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;

/**
 * The writing side of one session. It takes one whole message at a time, from any thread; the next
 * must wait until the handler has been told of the one before. That may be in the caller's thread,
 * before the call returns, or in any other; or never, where the connection ends first.
 */
public interface Outlet {

  /** The outlet of this session, by whatever its container offers. */
  static Outlet of(Session session) {
    Outlet standard = new StandardOutlet(session);
    return TomcatSocket.of(session)
        .<Outlet>map(socket -> new TomcatOutlet(socket, standard))
        .orElse(standard);
  }

  /** Sends a text message. */
  void text(String text, SendHandler handler);

  /** Sends a binary message; nobody may write to the array any more. */
  void binary(byte[] data, SendHandler handler);

  /** Sends an empty ping. */
  void ping(SendHandler handler);

  /** Whether {@link #ping} may wait until the client has taken it: the API has no other. */
  boolean pingWaits();
}
