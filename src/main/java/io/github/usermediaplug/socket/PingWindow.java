package io.github.usermediaplug.socket;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Bounds what has been written and its client has not read: a ping goes out behind every so many
 * bytes, and its pong says that all before it has been read (RFC 6455, section 5.5.3). What is
 * written is ahead of whatever comes later, and may be megabytes: TCP's buffer grows, and some
 * containers report a message as written when they have put it into a queue of their own. The
 * window is small, since such a container keeps it twice, as messages and as frames, and keeps it
 * still while the line is being closed. Guarded by its {@link Outbound}.
 */
public final class PingWindow {

  private static final long WINDOW = 128 << 10;
  private static final long EVERY = 32 << 10;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Deque<Ping> unanswered = new ArrayDeque<>(); // a window's worth at most
  private final boolean ofHeap;
  private long sent;
  private long pinged;
  private long acknowledged;

  /**
   * What a ping says, which nobody can guess who has not read it, and how much was sent by then.
   */
  private record Ping(long nonce, long position) {}

  /**
   * Nothing is sent yet.
   *
   * @param ofHeap whether the container keeps in its heap what has been sent and not been read
   */
  public PingWindow(boolean ofHeap) {
    this.ofHeap = ofHeap;
  }

  /** Whether the client has so much to read that it gets nothing more for now. */
  boolean isFull() {
    return sent - acknowledged >= WINDOW;
  }

  /** Whether a ping is without an answer. */
  boolean isAwaiting() {
    return !unanswered.isEmpty();
  }

  /** What no pong has told of since it was pinged for, in bytes, if the heap may hold it yet. */
  long held() {
    return ofHeap ? pinged - acknowledged : 0;
  }

  /** How much the next pong to come tells to have been read, in bytes. */
  long awaited() {
    return unanswered.isEmpty() ? 0 : unanswered.element().position() - acknowledged;
  }

  /** So much has been sent; gives what to ping with, when it is time. */
  Optional<ByteBuffer> sent(long bytes) {
    sent += bytes;
    if (sent - pinged < EVERY) {
      return Optional.empty();
    }
    pinged = sent;
    Ping ping = new Ping(RANDOM.nextLong(), sent);
    unanswered.add(ping);
    return Optional.of(ByteBuffer.allocate(Long.BYTES).putLong(0, ping.nonce()));
  }

  /**
   * A pong came; one that answers no ping of ours says nothing. It may answer for those before it
   * too (RFC 6455, section 5.5.3). Says whether it answered any.
   */
  boolean pong(ByteBuffer data) {
    if (data.remaining() != Long.BYTES) {
      return false;
    }
    long nonce = data.getLong(data.position());
    if (unanswered.stream().noneMatch(ping -> ping.nonce() == nonce)) {
      return false;
    }
    Ping answered = unanswered.remove();
    while (answered.nonce() != nonce) {
      answered = unanswered.remove();
    }
    acknowledged = answered.position();
    return true;
  }
}
