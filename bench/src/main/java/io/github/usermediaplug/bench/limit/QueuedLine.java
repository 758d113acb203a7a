package io.github.usermediaplug.bench.limit;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * Sends so that no thread ever waits for a client: one asynchronous send at a time, what else there
 * is queued behind it without bound. The least that a server can do which a stalled client must not
 * stop.
 */
final class QueuedLine implements Line {

  private final Session session;
  private final Queue<BiConsumer<RemoteEndpoint.Async, SendHandler>> queue = new ArrayDeque<>();
  private boolean busy;

  QueuedLine(Session session) {
    this.session = session;
  }

  @Override
  public void text(String message) {
    put((remote, handler) -> remote.sendText(message, handler));
  }

  @Override
  public void binary(ByteBuffer message) {
    byte[] copy = new byte[message.remaining()];
    message.get(copy);
    put((remote, handler) -> remote.sendBinary(ByteBuffer.wrap(copy), handler));
  }

  private void put(BiConsumer<RemoteEndpoint.Async, SendHandler> message) {
    synchronized (this) {
      queue.add(message);
      if (busy) {
        return;
      }
      busy = true;
    }
    send();
  }

  private void send() {
    Completion completion;
    do {
      BiConsumer<RemoteEndpoint.Async, SendHandler> next;
      synchronized (this) {
        next = queue.poll();
        if (next == null) {
          busy = false;
          return;
        }
      }
      completion = new Completion();
      next.accept(session.getAsyncRemote(), completion);
    } while (completion.isSecond());
  }

  /** The second of the sender and the completion goes on. */
  private final class Completion implements SendHandler {

    private final AtomicBoolean one = new AtomicBoolean();

    boolean isSecond() {
      return one.getAndSet(true);
    }

    @Override
    public void onResult(SendResult result) {
      if (result.isOK() && isSecond()) {
        send();
      }
    }
  }
}
