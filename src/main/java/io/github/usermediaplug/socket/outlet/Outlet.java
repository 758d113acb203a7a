package io.github.usermediaplug.socket.outlet;

import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

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
        .<Outlet>map(
            socket -> new TomcatOutlet(socket, standard, to -> TomcatPongs.handOver(session, to)))
        .orElse(standard);
  }

  /** Sends a text message. */
  void text(String text, SendHandler handler);

  /** Sends a binary message; nobody may write to the array any more. */
  void binary(byte[] data, SendHandler handler);

  /** Sends a ping, of 125 bytes at most. */
  void ping(ByteBuffer data, SendHandler handler);

  /** Sends a pong, of 125 bytes at most; where the connection is being closed, it may not. */
  void pong(ByteBuffer data, SendHandler handler);

  /**
   * Has whatever the container would answer the client's pings with handed over instead, in the
   * thread that reads, which must not be made to wait; the bytes are valid during the call. To be
   * called once, before the first message.
   *
   * @param pongs says no where the client pings too often; the container then ends the connection
   * @return whether that is so; a container that says no answers pings itself, and does not wait
   *     for the client unless {@link #pingWaits} and it is Tomcat
   */
  boolean handOverPongs(Consumer<ByteBuffer> pongs);

  /** Whether {@link #ping} may wait until the client has taken it: the API has no other. */
  boolean pingWaits();
}
