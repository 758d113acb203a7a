package io.github.usermediaplug.socket.outlet;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** What the API offers on every container. */
record StandardOutlet(Session session) implements Outlet {

  @Override
  public void text(String text, SendHandler handler) {
    session.getAsyncRemote().sendText(text, handler);
  }

  @Override
  public void binary(byte[] data, SendHandler handler) {
    session.getAsyncRemote().sendBinary(ByteBuffer.wrap(data), handler);
  }

  @Override
  public void ping(ByteBuffer data, SendHandler handler) {
    try {
      session.getAsyncRemote().sendPing(data);
    } catch (IOException gone) {
      handler.onResult(new SendResult(gone));
      return;
    }
    handler.onResult(new SendResult());
  }

  @Override
  public void pong(ByteBuffer data, SendHandler handler) {
    throw new IllegalStateException("The container answers pings itself");
  }

  @Override
  public boolean handOverPongs(Consumer<ByteBuffer> pongs) {
    return false;
  }

  @Override
  public boolean pingWaits() {
    return true;
  }
}
