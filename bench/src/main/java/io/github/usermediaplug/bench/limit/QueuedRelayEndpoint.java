package io.github.usermediaplug.bench.limit;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Relays by asynchronous sends. Not for use: what waits for a peer has no bound. */
@ServerEndpoint("/queued/relay/{pair}")
public class QueuedRelayEndpoint {

  private Relay relay;

  /** Joins the pair of that name. */
  @OnOpen
  public void open(Session session, @PathParam("pair") String pair) throws IOException {
    session.setMaxBinaryMessageBufferSize(Relay.LARGEST);
    relay = Relay.join(pair, new QueuedLine(session));
  }

  /** Media. */
  @OnMessage(maxMessageSize = Relay.LARGEST)
  public void binary(ByteBuffer message) throws IOException {
    relay.binary(message);
  }

  /** Credit. */
  @OnMessage
  public void text(String message) throws IOException {
    relay.text(message);
  }

  /** It leaves. */
  @OnClose
  public void close() {
    relay.leave();
  }
}
