package io.github.usermediaplug.socket;

import io.github.usermediaplug.socket.outlet.Outlet;
import jakarta.websocket.SendHandler;
import java.nio.ByteBuffer;

/** One whole message on its way out. Immutable: what it holds is shared with nobody who writes. */
public sealed interface Frame {

  /** Its size on the wire, in bytes, headers aside. */
  int bytes();

  /** What it takes of a backlog, in bytes: an empty message takes memory too. */
  default int cost() {
    return bytes() + 64;
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
}
