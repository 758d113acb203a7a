package io.github.usermediaplug.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Moves all lines in the one thread that pumps it: nothing happens on a line but while a pump
 * method runs.
 */
public final class Reactor implements AutoCloseable {

  private static final int SCRATCH = 256 << 10;
  private static final int SMALL_BUFFER = 8 << 10;
  private static final long SLOW_MILLIS = 2;

  private final Selector selector;
  private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH);
  private final List<Line> slow = new ArrayList<>();

  /** A reactor with no lines. */
  public Reactor() throws IOException {
    selector = Selector.open();
  }

  /** Begins to connect. */
  public Line connect(int port, Greeting greeting, LineListener listener) {
    return connect(port, greeting, listener, 0);
  }

  /**
   * Begins to connect, over a line that carries so many bytes a second to this side. What the
   * system keeps of such a line is small, as it is of a line that is slow by nature.
   */
  public Line connectSlow(int port, Greeting greeting, LineListener listener, int bytesPerSecond) {
    Line line = connect(port, greeting, listener, SMALL_BUFFER);
    line.readAtMost(bytesPerSecond);
    slow.add(line);
    return line;
  }

  /** Begins to connect; the system keeps little of what this side does not read. */
  public Line connectSmall(int port, Greeting greeting, LineListener listener) {
    return connect(port, greeting, listener, SMALL_BUFFER);
  }

  private Line connect(int port, Greeting greeting, LineListener listener, int receiveBuffer) {
    try {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (receiveBuffer > 0) {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
      }
      SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
      Line line = new Line(channel, key, greeting, listener);
      key.attach(line);
      channel.connect(new InetSocketAddress("127.0.0.1", port));
      return line;
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot connect; is `ulimit -n` high enough?", failure);
    }
  }

  /** Pumps until this time, in nanoseconds of {@link System#nanoTime}. */
  public void pumpTo(long deadline) {
    for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
      pumpOnce(left);
    }
  }

  /**
   * Pumps until the condition holds.
   *
   * @throws IllegalStateException saying what did not come to be in time
   */
  public void pumpUntil(BooleanSupplier done, Duration patience, String what) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!done.getAsBoolean()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new IllegalStateException("not within " + patience.toSeconds() + " s: " + what);
      }
      pumpOnce(left);
    }
  }

  @Override
  public void close() {
    selector.keys().forEach(key -> ((Line) key.attachment()).close());
    try {
      selector.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void pumpOnce(long nanos) {
    try {
      long most = slow.isEmpty() ? Long.MAX_VALUE : SLOW_MILLIS;
      selector.select(this::ready, Math.max(1, Math.min(most, nanos / 1_000_000)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    long now = System.nanoTime();
    slow.forEach(line -> line.allow(now));
  }

  private void ready(SelectionKey key) {
    ((Line) key.attachment()).ready(scratch);
  }
}
