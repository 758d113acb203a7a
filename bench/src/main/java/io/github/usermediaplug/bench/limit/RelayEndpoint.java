package io.github.usermediaplug.bench.limit;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Relays whole messages between the two connections that name the same pair, by a blocking send in
 * the reader's thread. Not for use: a peer that does not read holds a thread of the server.
 */
@ServerEndpoint("/relay/{pair}")
public class RelayEndpoint {

  private static final int LARGEST = 64 << 10;
  private static final Map<String, RelayEndpoint> WAITING = new ConcurrentHashMap<>();

  private Session own;
  private volatile Session other;

  /** The second of a pair begins it. */
  @OnOpen
  public void open(Session session, @PathParam("pair") String pair) throws IOException {
    session.setMaxBinaryMessageBufferSize(LARGEST);
    own = session;
    RelayEndpoint first = WAITING.putIfAbsent(pair, this);
    if (first != null) {
      WAITING.remove(pair);
      other = first.own;
      first.other = own;
      first.own.getBasicRemote().sendText("{\"type\":\"pair\"}");
      own.getBasicRemote().sendText("{\"type\":\"pair\"}");
    }
  }

  /** Media. */
  @OnMessage(maxMessageSize = LARGEST)
  public void binary(ByteBuffer message) throws IOException {
    other.getBasicRemote().sendBinary(message);
  }

  /** Credit. */
  @OnMessage
  public void text(String message) throws IOException {
    other.getBasicRemote().sendText(message);
  }

  /** Nothing is kept for one that is gone. */
  @OnClose
  public void close(@PathParam("pair") String pair) {
    WAITING.remove(pair, this);
  }
}
