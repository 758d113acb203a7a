package io.github.usermediaplug.bench.limit;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Sends in the caller's thread, however long the client takes; the least work there can be. */
record BlockingLine(Session session) implements Line {

  @Override
  public void text(String message) throws IOException {
    synchronized (session) {
      session.getBasicRemote().sendText(message);
    }
  }

  @Override
  public void binary(ByteBuffer message) throws IOException {
    synchronized (session) {
      session.getBasicRemote().sendBinary(message);
    }
  }
}
