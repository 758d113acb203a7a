package io.github.usermediaplug.it.executable;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who holds thousands of connections open by one trick, and opens each anew that the
 * server ends, as fast as it can.
 */
final class Siege implements AutoCloseable {
  /** More than Tomcat holds by default, and waits for. */
  private static final int MOST = 8_300;

  private static final int FILES_FOR_ALL_ELSE = 1_000;
  private static final int PATIENCE_MINUTES = 2;
  private static final int PATIENCE_TO_CONNECT_MILLIS = 200;
  private static final int SMALL = 1 << 10;

  /** What is sent on each connection, before nothing more is. */
  enum Trick {
    NOTHING(""),
    HALF_A_REQUEST_LINE("GET /user-media-plug/me"),
    HALF_A_HEADER("GET /user-media-plug/ HTTP/1.1\r\nHost: localho"),
    HALF_A_HANDSHAKE(
        "GET /user-media-plug/meta HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"),
    /** Of the handshake, and all that follows is a header without end. */
    A_BYTE_AT_A_TIME(HALF_A_HANDSHAKE.sent + "X-Slow: ", true),
    NO_BODY("POST /user-media-plug/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"),
    NO_BODY_TO_NOWHERE("POST /user-media-plug HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n"),
    NO_CHUNK("POST /nowhere HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"),
    HALF_A_BODY(
        "PUT /user-media-plug/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nab", true),
    IDLE_BEHIND_A_RESPONSE("GET /user-media-plug/ HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    MANY_RESPONSES_UNREAD(
        "GET /user-media-plug/demo.css HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(100));

    private final String sent;
    private final boolean goesOn;

    Trick(String sent) {
      this(sent, false);
    }

    Trick(String sent, boolean goesOn) {
      this.sent = sent;
      this.goesOn = goesOn;
    }
  }

  private final Trick trick;
  private final InetSocketAddress server;
  private final SocketChannel[] connections = new SocketChannel[asManyAsMayBeOpen()];
  private final CountDownLatch complete = new CountDownLatch(1);
  private final Thread thread = new Thread(this::goOn, "siege");
  private volatile boolean over;

  private Siege(Trick trick, int port) {
    this.trick = trick;
    this.server = new InetSocketAddress("127.0.0.1", port);
  }

  /** Begins, and returns when each connection was open. */
  static Siege of(Trick trick, int port) throws InterruptedException {
    Siege siege = new Siege(trick, port);
    siege.thread.start();
    if (!siege.complete.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      siege.close();
      throw new AssertionError("the connections cannot be opened");
    }
    return siege;
  }

  private static int asManyAsMayBeOpen() {
    var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return (int) Math.min(MOST, system.getMaxFileDescriptorCount() - FILES_FOR_ALL_ELSE);
  }

  private void goOn() {
    try {
      while (!over) {
        for (int i = 0; i < connections.length && !over; i++) {
          if (connections[i] == null || hasEnded(connections[i])) {
            end(connections[i]);
            connections[i] = open();
          }
        }
        complete.countDown();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasEnded(SocketChannel connection) {
    try {
      if (trick.goesOn) {
        connection.write(ByteBuffer.wrap(new byte[] {'x'}));
      }
      // Where responses are not read, the end is not seen either.
      return trick != Trick.MANY_RESPONSES_UNREAD
          && connection.read(ByteBuffer.allocate(SMALL)) < 0;
    } catch (IOException ended) {
      return true;
    }
  }

  /** Nothing where the server lets nobody in. */
  private SocketChannel open() throws IOException {
    SocketChannel connection = SocketChannel.open();
    try {
      if (trick == Trick.MANY_RESPONSES_UNREAD) {
        connection.setOption(StandardSocketOptions.SO_RCVBUF, SMALL);
      }
      connection.socket().connect(server, PATIENCE_TO_CONNECT_MILLIS);
      connection.configureBlocking(false);
      connection.write(ByteBuffer.wrap(trick.sent.getBytes(US_ASCII)));
      return connection;
    } catch (SocketTimeoutException full) {
      connection.close();
      return null;
    } catch (IOException endedAtOnce) {
      return connection;
    }
  }

  private static void end(SocketChannel connection) throws IOException {
    if (connection != null) {
      connection.close();
    }
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    thread.join();
    for (SocketChannel connection : connections) {
      try {
        end(connection);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
