package io.github.usermediaplug.bench.load;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads the head of the HTTP response to a handshake. */
final class Response {

  private static final int END = 0x0d0a0d0a;
  private static final int MAX = 16 << 10;

  private final ByteArrayOutputStream head = new ByteArrayOutputStream(256);
  private int tail;

  /** Takes what belongs to the head; says whether it is whole. */
  boolean take(ByteBuffer in) {
    while (in.hasRemaining()) {
      byte next = in.get();
      head.write(next);
      tail = tail << 8 | next & 0xff;
      if (tail == END) {
        return true;
      }
      if (head.size() > MAX) {
        throw new IllegalStateException("the response to the handshake does not end");
      }
    }
    return false;
  }

  /** The first line, such as {@code HTTP/1.1 101 Switching Protocols}. */
  String status() {
    return head.toString(StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
  }

  boolean isUpgrade() {
    return status().startsWith("HTTP/1.1 101");
  }
}
