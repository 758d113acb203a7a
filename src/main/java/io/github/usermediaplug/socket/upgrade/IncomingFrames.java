package io.github.usermediaplug.socket.upgrade;

import jakarta.servlet.http.WebConnection;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What comes in on one connection, on Payara, and Tyrus tells the endpoint nothing of: the frame
 * that is not whole yet, of which it keeps up to 4 MiB, and pings, for each of which it keeps a
 * pong until the client reads. It is made with the handshake's request, and found again among the
 * properties of the session.
 */
public final class IncomingFrames {

  private static final Logger LOG = Logger.getLogger(IncomingFrames.class.getName());
  private static final String PROPERTY = "io.github.usermediaplug.incoming-frames";
  private static final ThreadLocal<IncomingFrames> OF_THIS_REQUEST = new ThreadLocal<>();

  /** How many pongs may wait: twice what may be pinged at once, for a server that is slow. */
  private static final int MOST_PONGS = 400;

  /** In bytes, in the mean of what is read at once. */
  private static final int SMALL = 256;

  private final FrameMeter meter = new FrameMeter(); // by the reader
  private volatile boolean flooded; // by the reader
  private boolean small = true; // by the reader
  private final AtomicLong pongs = new AtomicLong();
  private volatile PausableInput input; // none unless Tyrus reads from it
  private volatile WebConnection connection;
  private volatile LongConsumer watcher = bytes -> {};
  private volatile Runnable flood = () -> {};
  private volatile Runnable pinged = () -> {};

  /** Keeps the one of this thread's request, if it has one, in the properties of its session. */
  public static void keepIn(Map<String, Object> properties) {
    IncomingFrames frames = OF_THIS_REQUEST.get();
    if (frames != null) {
      properties.put(PROPERTY, frames);
    }
  }

  /** Of a session; empty if its container hands parts of frames over. */
  public static Optional<IncomingFrames> of(Session session) {
    return session.getUserProperties().get(PROPERTY) instanceof IncomingFrames frames
        ? Optional.of(frames)
        : Optional.empty();
  }

  /**
   * Has this told how many bytes have come of a frame that is not whole, 0 if there is none, after
   * each read that changes it, in the thread that reads.
   */
  public void watch(LongConsumer bytes) {
    watcher = bytes;
  }

  /**
   * Has this called once, in the thread that reads, if the client pings and reads no pongs, or
   * sends a length that Tyrus fails at. What it says from then on is dropped; {@link #abort} must
   * follow.
   */
  public void whenFlooded(Runnable action) {
    flood = action;
  }

  /** Has this called at each ping, in the thread that reads. */
  public void whenPinged(Runnable action) {
    pinged = action;
  }

  /** Whether {@link #pause} has any effect. */
  public boolean canPause() {
    return input != null;
  }

  /** Has nothing more read than is being read at this moment. Pongs are not read either. */
  public void pause() {
    input.pause();
  }

  /** Reads on. What has come meanwhile is read in threads of this executor, in turns. */
  public void resume(Executor executor) {
    input.resume(executor);
  }

  /** Ends the TCP connection, and with it what the container keeps; may wait for a moment. */
  public void abort() {
    try {
      connection.close();
    } catch (Exception gone) {
      LOG.log(Level.FINE, "The connection was gone before it was closed", gone);
    }
  }

  static IncomingFrames begin() {
    IncomingFrames frames = new IncomingFrames();
    OF_THIS_REQUEST.set(frames);
    return frames;
  }

  static void forget() {
    OF_THIS_REQUEST.remove();
  }

  void on(WebConnection opened, PausableInput from) {
    connection = opened;
    input = from;
  }

  /** Whether what was read last had very many frames for its length. */
  boolean areSmall() {
    return small;
  }

  /** Whether the connection is being ended since its client pings and reads no pongs. */
  boolean isFlooded() {
    return flooded;
  }

  /** A pong has left Tyrus, whether it goes out or not. */
  void ponged() {
    pongs.incrementAndGet();
  }

  /** Takes what was read; says whether it is to be handled. */
  boolean read(byte[] bytes, int from, int length) {
    if (flooded) {
      return false;
    }
    long before = meter.unfinished();
    long framesBefore = meter.frames();
    long pingsBefore = meter.pings();
    meter.read(bytes, from, length);
    for (long ping = pingsBefore; ping < meter.pings(); ping++) {
      pinged.run();
    }
    small = (meter.frames() - framesBefore) * SMALL > length;
    if (meter.isMalformed() || meter.pings() - pongs.get() > MOST_PONGS) {
      flooded = true;
      flood.run();
      return false;
    }
    if (meter.unfinished() != before) {
      watcher.accept(meter.unfinished());
    }
    return true;
  }
}
