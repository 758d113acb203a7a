package io.github.usermediaplug.socket.upgrade;

import jakarta.servlet.http.WebConnection;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The frame of one connection that is not whole yet, on Payara: Tyrus keeps it, up to 4 MiB, and
 * tells the endpoint nothing before its end. It is made with the handshake's request, and found
 * again among the properties of the session.
 */
public final class UnfinishedFrame {

  private static final Logger LOG = Logger.getLogger(UnfinishedFrame.class.getName());
  private static final String PROPERTY = "io.github.usermediaplug.unfinished-frame";
  private static final ThreadLocal<UnfinishedFrame> OF_THIS_REQUEST = new ThreadLocal<>();

  private final FrameMeter meter = new FrameMeter(); // by the reader
  private volatile WebConnection connection;
  private volatile LongConsumer watcher = bytes -> {};

  /** Keeps the one of this thread's request, if it has one, in the properties of its session. */
  public static void keepIn(Map<String, Object> properties) {
    UnfinishedFrame frame = OF_THIS_REQUEST.get();
    if (frame != null) {
      properties.put(PROPERTY, frame);
    }
  }

  /** Of a session; empty if its container hands parts of frames over. */
  public static Optional<UnfinishedFrame> of(Session session) {
    return session.getUserProperties().get(PROPERTY) instanceof UnfinishedFrame frame
        ? Optional.of(frame)
        : Optional.empty();
  }

  /**
   * Has this told how many bytes have come of a frame that is not whole, 0 if there is none, after
   * each read that changes it, in the thread that reads.
   */
  public void watch(LongConsumer bytes) {
    watcher = bytes;
  }

  /** Ends the TCP connection, and with it what the container keeps; may wait for a moment. */
  public void abort() {
    try {
      connection.close();
    } catch (Exception gone) {
      LOG.log(Level.FINE, "The connection was gone before it was closed", gone);
    }
  }

  static UnfinishedFrame begin() {
    UnfinishedFrame frame = new UnfinishedFrame();
    OF_THIS_REQUEST.set(frame);
    return frame;
  }

  static void forget() {
    OF_THIS_REQUEST.remove();
  }

  void on(WebConnection opened) {
    connection = opened;
  }

  void read(byte[] bytes, int from, int length) {
    long before = meter.unfinished();
    meter.read(bytes, from, length);
    if (meter.unfinished() != before) {
      watcher.accept(meter.unfinished());
    }
  }
}
