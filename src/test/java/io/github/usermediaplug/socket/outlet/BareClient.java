package io.github.usermediaplug.socket.outlet;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A WebSocket client that reads a frame when the test says so, and nothing before. */
final class BareClient implements AutoCloseable {

  static final int TEXT = 0x81;
  static final int BINARY = 0x82;
  static final int CLOSE = 0x88;
  static final int PING = 0x89;
  static final int PONG = 0x8A;

  private static final int MASKED = 0x80;

  private final Socket tcp;
  private final Socket socket;
  private final DataInputStream in;

  /** One frame as it came. */
  record Received(int kind, byte[] payload) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Received that
          && kind == that.kind
          && Arrays.equals(payload, that.payload);
    }

    @Override
    public int hashCode() {
      return kind + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
      return "%x of %d bytes".formatted(kind, payload.length);
    }
  }

  /**
   * Shakes hands.
   *
   * @param tcp what is below the socket, or the same
   */
  BareClient(Socket tcp, Socket socket) throws IOException {
    this.tcp = tcp;
    this.socket = socket;
    socket.setSoTimeout(10_000);
    in = new DataInputStream(socket.getInputStream());
    String handshake =
        String.join(
            "\r\n",
            "GET /socket HTTP/1.1",
            "Host: localhost",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "",
            "");
    socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
    passOverHeaders();
  }

  Received read() throws IOException {
    int kind = in.readUnsignedByte();
    long length = in.readUnsignedByte();
    if (length == 126) {
      length = in.readUnsignedShort();
    } else if (length == 127) {
      length = in.readLong();
    }
    byte[] payload = new byte[(int) length];
    in.readFully(payload);
    return new Received(kind, payload);
  }

  /** An empty frame, masked by zeros. */
  void send(int kind) throws IOException {
    socket.getOutputStream().write(new byte[] {(byte) kind, (byte) MASKED, 0, 0, 0, 0});
  }

  /** A frame with one byte, masked by zeros. */
  void send(int kind, int payload) throws IOException {
    socket
        .getOutputStream()
        .write(new byte[] {(byte) kind, (byte) (MASKED | 1), 0, 0, 0, 0, (byte) payload});
  }

  /** Ends without a word, whatever is on its way. */
  void hangUp() throws IOException {
    tcp.setSoLinger(true, 0);
    tcp.close();
  }

  @Override
  public void close() throws IOException {
    tcp.close();
  }

  private void passOverHeaders() throws IOException {
    int ends = 0;
    while (ends < 4) {
      int next = in.readUnsignedByte();
      ends = next == '\r' || next == '\n' ? ends + 1 : 0;
    }
  }
}
