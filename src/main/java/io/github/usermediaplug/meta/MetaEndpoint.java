package io.github.usermediaplug.meta;

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
 * The metadata endpoint, one instance a connection. It looks its door up instead of having it
 * injected, for Tomcat injects nothing here. It takes texts in parts, see {@code socket.TextParts};
 * the schemas' decoders are called by the message gate.
 */
@ServerEndpoint(value = "/meta", configurator = Handshake.class)
public class MetaEndpoint {

  private static final Logger LOG = Logger.getLogger(MetaEndpoint.class.getName());

  private final Supplier<MetaDoor> door;
  private final Admission<MetaConnection> admission = new Admission<>(MetaConnection::closed);

  /** For the container. */
  public MetaEndpoint() {
    this(() -> CDI.current().select(MetaDoor.class).get());
  }

  MetaEndpoint(Supplier<MetaDoor> door) {
    this.door = door;
  }

  /** A client connects. */
  @OnOpen
  public void open(Session session) {
    admission.open(session, opened -> door.get().admit(opened));
  }

  /** Part of a message. */
  @OnMessage
  public void text(String part, boolean last) {
    admission.tell(to -> to.text(part, last));
  }

  /** No message of the contract is binary. */
  @OnMessage
  public void binary(ByteBuffer part, boolean last) {
    admission.tell(to -> to.binary());
  }

  /** The client is there. */
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
    LOG.log(Level.FINE, "A /meta connection failed", failure);
  }
}
