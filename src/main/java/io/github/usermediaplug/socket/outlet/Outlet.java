package io.github.usermediaplug.socket.outlet;

import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The writing side of one session. It takes one whole message at a time, from any thread; the next
 * must wait until the handler has been told of the one before, which may be in the caller's thread,
 * before the call returns, or in any other.
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

  /**
   * Sends a ping of at most 125 bytes. The API has no asynchronous one, so this may wait until the
   * client has taken it.
   */
  void ping(ByteBuffer data, SendHandler handler) throws IOException;
}
