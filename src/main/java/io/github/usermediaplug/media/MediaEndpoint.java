package io.github.usermediaplug.media;

import io.github.usermediaplug.handshake.Handshake;
import io.github.usermediaplug.socket.Admission;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The media endpoint, one instance a connection. Takes messages in parts, as {@code /meta} does.
 */
@ServerEndpoint(value = "/media", configurator = Handshake.class)
public class MediaEndpoint {

  private static final Logger LOG = Logger.getLogger(MediaEndpoint.class.getName());

  private final Supplier<MediaDoor> door;
  private final Admission<MediaConnection> admission = new Admission<>(MediaConnection::closed);

  /** For the container. */
  public MediaEndpoint() {
    this(() -> CDI.current().select(MediaDoor.class).get());
  }

  MediaEndpoint(Supplier<MediaDoor> door) {
    this.door = door;
  }

  /** A client connects. */
  @OnOpen
  public void open(Session session) {
    admission.open(session, opened -> door.get().admit(opened));
  }

  /** Part of a text: the join, later anything for the peer. */
  @OnMessage
  public void text(String part, boolean last) {
    admission.tell(to -> to.text(part, last));
  }

  /** Part of a binary message for the peer. */
  @OnMessage
  public void binary(ByteBuffer part, boolean last) {
    admission.tell(to -> to.binary(part, last));
  }

  /** The client has read so far. */
  @OnMessage
  public void pong(PongMessage pong) {
    admission.tell(to -> to.pong(pong.getApplicationData()));
  }

  /** The connection ended, or never came to be. */
  @OnClose
  public void close() {
    admission.end();
  }

  /** Most often a client that went without a word; {@link #close} follows. */
  @OnError
  public void error(Throwable failure) {
    LOG.log(Level.FINE, "A /media connection failed", failure);
  }
}
