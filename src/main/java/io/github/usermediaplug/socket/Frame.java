package io.github.usermediaplug.socket;

import io.github.usermediaplug.socket.outlet.Outlet;
import jakarta.websocket.SendHandler;
import java.nio.ByteBuffer;

/** One whole message on its way out. What it holds is shared with nobody who writes. */
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

  /** Asks for a sign of life, or what has been read. */
  record Ping(byte[] data) implements Frame {

    @Override
    public int bytes() {
      return data.length;
    }

    @Override
    public void send(Outlet outlet, SendHandler handler) {
      outlet.ping(ByteBuffer.wrap(data), handler);
    }
  }

  /** Answers a client's ping. */
  record Pong(byte[] data) implements Frame {

    @Override
    public int bytes() {
      return data.length;
    }

    @Override
    public void send(Outlet outlet, SendHandler handler) {
      outlet.pong(ByteBuffer.wrap(data), handler);
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

  /** What another user has the server say to this connection. */
  record Push(String from, String text, int cost) implements Frame {

    /** What a presence takes beside its text, which is not always one for all who are told it. */
    private static final int PRESENCE = 128;

    public static Push message(String from, String text) {
      return new Push(from, text, Utf8.length(text) + OVERHEAD);
    }

    static Push presence(String from, String text) {
      return new Push(from, text, PRESENCE + Utf8.length(text));
    }

    @Override
    public int bytes() {
      return Utf8.length(text);
    }

    @Override
    public void send(Outlet outlet, SendHandler handler) {
      outlet.text(text, handler);
    }
  }
}
