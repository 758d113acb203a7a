package io.github.usermediaplug.socket.outlet;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tomcat's own non-blocking write, which tells in the same thread where TCP has taken all at once.
 * Each message takes Tomcat's own turn, so that its pongs and its close go out between messages,
 * and nothing behind a close (RFC 6455, section 5.5.1). Where Tomcat has the turn, the API is used:
 * it keeps a message until the turn is free, without a thread; with a ping it waits.
 */
final class TomcatOutlet implements Outlet {

  private static final int LAST_OF_TEXT = 0x81; // with the bit that says there is no more of it
  private static final int LAST_OF_BINARY = 0x82;
  private static final int PING = 0x89;
  private static final int PONG = 0x8A;

  /**
   * In characters or bytes. What is longer goes by the API: one more thread is little beside it,
   * and writes the next while the reader's thread reads on. A text is then sent in parts, so that
   * Tomcat's pongs and its close need not wait for its end.
   */
  private static final int LONG = 8 << 10;

  private final TomcatSocket socket;
  private final Outlet standard;
  private final Predicate<Consumer<ByteBuffer>> pongs;

  TomcatOutlet(TomcatSocket socket, Outlet standard, Predicate<Consumer<ByteBuffer>> pongs) {
    this.pongs = pongs;
    this.socket = socket;
    this.standard = standard;
  }

  @Override
  public void text(String text, SendHandler handler) {
    if (text.length() > LONG || !write(LAST_OF_TEXT, utf8(text), handler)) {
      standard.text(text, handler);
    }
  }

  @Override
  public void binary(byte[] data, SendHandler handler) {
    if (data.length > LONG || !write(LAST_OF_BINARY, ByteBuffer.wrap(data), handler)) {
      standard.binary(data, handler);
    }
  }

  @Override
  public void ping(ByteBuffer data, SendHandler handler) {
    if (!write(PING, data, handler)) {
      standard.ping(data, handler);
    }
  }

  /** Where Tomcat has the turn it is about to close, and nothing may follow that. */
  @Override
  public void pong(ByteBuffer data, SendHandler handler) {
    if (!write(PONG, data, handler)) {
      handler.onResult(new SendResult());
    }
  }

  @Override
  public boolean handOverPongs(Consumer<ByteBuffer> to) {
    return pongs.test(to);
  }

  /** Behind a pong of Tomcat's it does, which has its own time. */
  @Override
  public boolean pingWaits() {
    return false;
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private boolean write(int kind, ByteBuffer payload, SendHandler handler) {
    if (!socket.takeTurn()) {
      return false;
    }
    socket.write(new EndOfTurn(socket, handler), header(kind, payload.remaining()), payload);
    return true;
  }

  /** Of one frame, not masked (RFC 6455, section 5.2). */
  private static ByteBuffer header(int kind, int length) {
    ByteBuffer header = ByteBuffer.allocate(2 + Long.BYTES).put((byte) kind);
    if (length < 126) {
      header.put((byte) length);
    } else if (length < 1 << 16) {
      header.put((byte) 126).putShort((short) length);
    } else {
      header.put((byte) 127).putLong(length);
    }
    return header.flip();
  }

  /** The turn ends first: what the handler sends next is to find it free. */
  private record EndOfTurn(TomcatSocket socket, SendHandler handler)
      implements CompletionHandler<Long, Object> {

    @Override
    public void completed(Long bytes, Object attachment) {
      socket.endTurn();
      handler.onResult(new SendResult());
    }

    @Override
    public void failed(Throwable failure, Object attachment) {
      socket.endTurn();
      handler.onResult(new SendResult(failure));
    }
  }
}
