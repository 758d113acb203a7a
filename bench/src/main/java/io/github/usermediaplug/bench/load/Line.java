package io.github.usermediaplug.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One connection of the load generator. The reactor's thread reads and calls the listener; any
 * thread may {@link #send}.
 */
public final class Line {

  private static final int MAX_PENDING = 64 << 20;
  private static final int BEHIND = 1 << 20;

  /** A line of limited speed may have saved up a twentieth of a second. */
  private static final int SAVED = 20;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Greeting greeting;
  private final Response response = new Response();
  private final FrameParser parser = new FrameParser(new Received());
  private volatile LineListener listener;
  private volatile boolean open;
  private volatile String ending;

  // Of a line that reads so many bytes a second and no more; 0 where it reads all.
  private int bytesPerSecond;
  private int allowance;
  private long allowedNanos;

  // Guarded by this.
  private final Deque<ByteBuffer> pending = new ArrayDeque<>();
  private int pendingBytes;
  private Stream stream;

  Line(SocketChannel channel, SelectionKey key, Greeting greeting, LineListener listener) {
    this.channel = channel;
    this.key = key;
    this.greeting = greeting;
    this.listener = listener;
  }

  /** Who hears from now on. */
  public void listen(LineListener hears) {
    listener = hears;
  }

  /** Whether the handshake is through and the line has not ended. */
  public boolean isOpen() {
    return open && ending == null;
  }

  /** Why the line has ended; null where it has not. */
  public String ending() {
    return ending;
  }

  /** Whether more than a mebibyte waits here that the subject does not take. */
  public synchronized boolean isBehind() {
    return pendingBytes > BEHIND;
  }

  /** Sends a prepared frame whole, now or as soon as the line takes it; the buffer stays as is. */
  public void send(ByteBuffer frame) {
    ByteBuffer rest = frame.duplicate();
    synchronized (this) {
      try {
        if (pending.isEmpty() && (stream == null || !stream.isWithinFrame())) {
          channel.write(rest);
        }
      } catch (IOException gone) {
        // The reader finds out, and tells.
        return;
      }
      if (rest.hasRemaining()) {
        enqueue(rest);
      }
    }
  }

  /** Begins to send the messages of this batch for as long as there is credit. */
  public synchronized void stream(ByteBuffer batch, int payload, long window) {
    stream = new Stream(batch, payload, window);
    writeMore(true);
  }

  /** How many bytes of the stream the line has taken, frames' headers included. */
  public synchronized long streamed() {
    return stream == null ? 0 : stream.sent();
  }

  /** The receiver has consumed so much of the stream. */
  public synchronized void credit(long bytes) {
    if (stream != null) {
      stream.credit(bytes);
      writeMore(true);
    }
  }

  /** Reads nothing more; what arrives stays with the kernel, until it has no room. */
  public void stopReading() {
    key.interestOpsAnd(~SelectionKey.OP_READ);
  }

  /** Reads so many bytes a second from now on. */
  void readAtMost(int bytes) {
    bytesPerSecond = bytes;
    allowedNanos = System.nanoTime();
  }

  /** Time has gone by, in which a line of limited speed may read more. */
  void allow(long now) {
    long more = bytesPerSecond * (now - allowedNanos) / 1_000_000_000L;
    if (more > 0 && open && key.isValid()) {
      allowedNanos = now;
      allowance = (int) Math.min(bytesPerSecond / SAVED, allowance + more);
      key.interestOpsOr(SelectionKey.OP_READ);
    }
  }

  /** Ends the line without a word. */
  public void close() {
    end("closed by this side");
  }

  private void enqueue(ByteBuffer rest) {
    pendingBytes += rest.remaining();
    if (pendingBytes > MAX_PENDING) {
      throw new IllegalStateException("the subject takes nothing: " + MAX_PENDING + " bytes wait");
    }
    pending.add(ByteBuffer.allocate(rest.remaining()).put(rest).flip());
    writeMore(true);
    key.selector().wakeup();
  }

  private void writeMore(boolean more) {
    if (key.isValid()) {
      if (more) {
        key.interestOpsOr(SelectionKey.OP_WRITE);
      } else {
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
      }
    }
  }

  /** The reactor has news. */
  void ready(ByteBuffer scratch) {
    try {
      if (key.isConnectable()) {
        connected();
      }
      if (key.isValid() && key.isWritable()) {
        write();
      }
      if (key.isValid() && key.isReadable()) {
        read(scratch);
      }
    } catch (IOException gone) {
      end(gone.toString());
    }
  }

  private void connected() throws IOException {
    channel.finishConnect();
    key.interestOps(SelectionKey.OP_READ);
    synchronized (this) {
      ByteBuffer request = ByteBuffer.wrap(greeting.request());
      channel.write(request);
      if (request.hasRemaining()) {
        enqueue(request);
      }
    }
    if (!greeting.answered()) {
      opened();
    }
  }

  private void opened() {
    open = true;
    listener.opened(this);
  }

  private synchronized void write() throws IOException {
    if (!pending.isEmpty() && stream != null && stream.isWithinFrame()) {
      stream.finishFrame(channel);
      if (stream.isWithinFrame()) {
        return;
      }
    }
    while (!pending.isEmpty()) {
      ByteBuffer first = pending.peek();
      pendingBytes -= channel.write(first);
      if (first.hasRemaining()) {
        return;
      }
      pending.remove();
    }
    if (stream != null && stream.hasCredit()) {
      stream.write(channel);
    }
    writeMore(stream != null && stream.hasCredit());
  }

  private void read(ByteBuffer scratch) throws IOException {
    scratch.clear();
    if (bytesPerSecond > 0 && open) {
      scratch.limit(Math.min(scratch.capacity(), allowance));
      if (allowance == 0) {
        stopReading();
        return;
      }
    }
    int bytes = channel.read(scratch);
    if (bytes < 0) {
      end("end of stream");
      return;
    }
    if (bytesPerSecond > 0 && open) {
      allowance -= bytes;
    }
    scratch.flip();
    if (!open && response.take(scratch)) {
      if (!response.isUpgrade()) {
        end(response.status());
        return;
      }
      opened();
    }
    if (open) {
      parser.parse(scratch);
    }
  }

  private void end(String reason) {
    if (ending != null) {
      return;
    }
    ending = reason;
    key.cancel();
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // It is closed all the same.
    }
    listener.closed(this, reason);
  }

  /** What the parser found, for the listener; control frames are answered here. */
  private final class Received implements FrameSink {

    @Override
    public void binary(long length, long stamp) {
      listener.binary(Line.this, length, stamp);
    }

    @Override
    public void text(byte[] utf8, int length) {
      if (listener != LineListener.NONE) {
        listener.text(Line.this, new String(utf8, 0, length, StandardCharsets.UTF_8));
      }
    }

    @Override
    public void control(int opcode, byte[] payload) {
      if (opcode == Frames.PING) {
        send(Frames.masked(Frames.PONG, payload));
      } else if (opcode == Frames.CLOSE) {
        send(Frames.masked(Frames.CLOSE, payload));
        end("close " + reason(payload));
      }
    }

    private static String reason(byte[] payload) {
      return payload.length < 2
          ? "without a code"
          : ((payload[0] & 0xff) << 8 | payload[1] & 0xff)
              + " "
              + new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
    }
  }
}
