package io.github.usermediaplug.it.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/**
 * A client that sends bytes behind its handshake without awaiting the answer, in one write, so that
 * they come in one packet. RFC 6455 (section 4.1) has clients wait.
 */
public final class Opening implements AutoCloseable {
  private final Socket socket;

  private Opening(Socket socket) {
    this.socket = socket;
  }

  /** Opens a WebSocket and sends these bytes with the handshake. */
  public static Opening with(URI door, byte[] behind) throws IOException {
    String handshake =
        String.join(
            "\r\n",
            "GET " + door.getRawPath() + " HTTP/1.1",
            "Host: " + door.getAuthority(),
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "",
            "");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(handshake.getBytes(US_ASCII));
    all.writeBytes(behind);
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) Mailbox.PATIENCE.toMillis());
    socket.connect(new InetSocketAddress(door.getHost(), door.getPort()));
    socket.getOutputStream().write(all.toByteArray());
    return new Opening(socket);
  }

  /** One frame with whatever first byte, up to 125 bytes, with a mask of zeros. */
  public static byte[] frame(int opcode, byte... payload) {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(opcode);
    frame.write(0x80 | payload.length);
    frame.writeBytes(new byte[4]);
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  /** Reads until the server has said this. */
  public void awaits(String text) throws IOException {
    StringBuilder said = new StringBuilder();
    while (said.indexOf(text) < 0) {
      int next = socket.getInputStream().read();
      if (next < 0) {
        throw new AssertionError("the server ended the connection behind: " + said);
      }
      said.append((char) next);
    }
  }

  /** Goes without a goodbye: the server sees the connection reset. */
  @Override
  public void close() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
