package io.github.usermediaplug.socket;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Bounds what a container has taken and its client has not: a ping goes out behind every so many
 * bytes, and its pong says that all before it has been read (RFC 6455, section 5.5.3). For
 * containers that report a message as written when they have put it into a queue of their own,
 * which may be megabytes long. The window is small, since the container keeps it twice, as messages
 * and as frames, and keeps it still while the line is being closed. Guarded by its {@link
 * Outbound}.
 */
final class PingWindow {

  private static final long WINDOW = 128 << 10;
  private static final long EVERY = 32 << 10;

  private long sent;
  private long pinged;
  private long acknowledged;

  /** Whether the client has so much to read that it gets nothing more for now. */
  boolean isFull() {
    return sent - acknowledged >= WINDOW;
  }

  /** What no pong has told of since it was pinged for, in bytes: the container may hold it yet. */
  long held() {
    return pinged - acknowledged;
  }

  /** So much has been sent; gives what to ping with, when it is time. */
  Optional<ByteBuffer> sent(long bytes) {
    sent += bytes;
    if (sent - pinged < EVERY) {
      return Optional.empty();
    }
    pinged = sent;
    return Optional.of(ByteBuffer.allocate(Long.BYTES).putLong(0, sent));
  }

  /** A pong came; one that answers no ping of ours says nothing. Says whether it did. */
  boolean pong(ByteBuffer data) {
    long read = data.remaining() == Long.BYTES ? data.getLong(data.position()) : 0;
    if (read <= acknowledged || read > pinged) {
      return false;
    }
    acknowledged = read;
    return true;
  }
}
