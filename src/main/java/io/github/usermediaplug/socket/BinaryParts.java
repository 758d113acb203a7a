package io.github.usermediaplug.socket;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Puts the parts of a binary message together. Every part is copied: Undertow and Tomcat use the
 * buffer again as soon as the handler returns. Room is made for a message as long as the one
 * before, for those of one sender are alike, so that a part is seldom copied twice. Used by one
 * session's reader at a time.
 */
public final class BinaryParts {

  private static final byte[] NOTHING = {};

  /** How many times as long as its first part a message may be expected to be. */
  private static final long LEAP = 8;

  private final long limit;
  private byte[] message = NOTHING;
  private int length;
  private int lengthBefore;

  /** Takes messages of at most so many bytes. */
  public BinaryParts(long limit) {
    this.limit = limit;
  }

  /** Takes a part; says no where the message grows over the limit. */
  public boolean add(ByteBuffer part, boolean last) {
    long grown = (long) length + part.remaining();
    if (grown > limit) {
      return false;
    }
    if (grown > message.length) {
      message = Arrays.copyOf(message, (int) (last ? grown : room(grown)));
    }
    part.get(message, length, part.remaining());
    length = (int) grown;
    return true;
  }

  /** What the message takes of the memory so far, in bytes; more than has come of it. */
  public int memory() {
    return message.length;
  }

  /** The whole message; the next part begins another. */
  public Frame.Binary take() {
    byte[] whole = message.length == length ? message : Arrays.copyOf(message, length);
    lengthBefore = length;
    message = NOTHING;
    length = 0;
    return new Frame.Binary(whole);
  }

  private long room(long grown) {
    return length == 0
        ? Math.max(grown, Math.min(lengthBefore, LEAP * grown))
        : Math.min(limit, 2 * grown);
  }
}
