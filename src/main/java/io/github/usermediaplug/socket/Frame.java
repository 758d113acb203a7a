package io.github.usermediaplug.socket;

import io.github.usermediaplug.socket.outlet.Outlet;
import jakarta.websocket.SendHandler;

/**
 * One whole message on its way out. Immutable, but for a {@link Push}, which its {@link Outbound}
 * guards: what it holds is shared with nobody who writes.
 */
public sealed interface Frame {

  /** What an empty message takes of the memory, in bytes. */
  int OVERHEAD = 64;

  /** Its size on the wire, in bytes, headers aside. */
  int bytes();

  /** What it takes of a backlog, in bytes: an empty message takes memory too. */
  default int cost() {
    return bytes() + OVERHEAD;
  }

  /** Hands it to the container, which tells the handler when it has been written. */
  void send(Outlet outlet, SendHandler handler);

  /** What the server itself says to this connection; it would mean nothing to a later one. */
  record Own(String text, int bytes) implements Frame {

    /** Counts its bytes. */
    public Own(String text) {
      this(text, Utf8.length(text));
    }

    @Override
    public void send(Outlet outlet, SendHandler handler) {
      outlet.text(text, handler);
    }
  }

  /** Asks for a sign of life. */
  record Ping() implements Frame {

    @Override
    public int bytes() {
      return 0;
    }

    @Override
    public void send(Outlet outlet, SendHandler handler) {
      outlet.ping(handler);
    }
  }

  /** A text message from one client for another. */
  record Text(String text, int bytes) implements Frame {

    @Override
    public void send(Outlet outlet, SendHandler handler) {
      outlet.text(text, handler);
    }
  }

  /** A binary message from one client for another; whoever makes it gives the array away. */
  record Binary(byte[] data) implements Frame {

    @Override
    public int bytes() {
      return data.length;
    }

    @Override
    public void send(Outlet outlet, SendHandler handler) {
      outlet.binary(data, handler);
    }
  }

  /**
   * What another user has the server say to this connection. A presence may be replaced by a newer
   * one of the same user until it is sent. Guarded by the {@link Outbound} it waits in.
   */
  final class Push implements Frame {

    /** What a presence takes: its text is one for all who are told it. */
    private static final int SHARED = 128;

    final String from;
    private final int cost;
    private String text; // null where a newer presence stands further behind in its place

    private Push(String from, String text, int cost) {
      this.from = from;
      this.text = text;
      this.cost = cost;
    }

    public static Push message(String from, String text) {
      return new Push(from, text, Utf8.length(text) + OVERHEAD);
    }

    static Push presence(String from, String text) {
      return new Push(from, text, SHARED);
    }

    void replace(String newer) {
      text = newer;
    }

    void withdraw() {
      text = null;
    }

    boolean isWithdrawn() {
      return text == null;
    }

    @Override
    public int bytes() {
      return Utf8.length(text);
    }

    @Override
    public int cost() {
      return isWithdrawn() ? 0 : cost;
    }

    @Override
    public void send(Outlet outlet, SendHandler handler) {
      outlet.text(text, handler);
    }
  }
}
