package io.github.usermediaplug.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Masked frames as a client sends them (RFC 6455, section 5.2), prepared once in direct buffers, so
 * that sending costs one copy to the kernel. The mask is the same in all of them: a server takes
 * its bits off one by one whatever they are.
 */
public final class Frames {

  private static final byte[] MASK = {0x3a, (byte) 0xc5, 0x71, (byte) 0x9e};

  /** The most that a control frame carries. */
  public static final int PING_PAYLOAD = 125;

  /** Such a frame, with its header. */
  public static final int PING_BYTES = headerLength(PING_PAYLOAD) + PING_PAYLOAD;

  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;

  private Frames() {}

  /** A text message, to be sent as {@link ByteBuffer#duplicate duplicates}. */
  public static ByteBuffer text(String text) {
    return masked(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** One binary message of this many bytes, its content arbitrary. */
  public static ByteBuffer binary(int payload) {
    return masked(BINARY, new byte[payload]);
  }

  /** A text message in frames of this many bytes. */
  public static ByteBuffer textInParts(String text, int part) {
    return inParts(TEXT, text.getBytes(StandardCharsets.UTF_8), part, true);
  }

  /** A binary message of this many bytes, its content arbitrary, in frames of this many. */
  public static ByteBuffer binaryInParts(int payload, int part) {
    return inParts(BINARY, new byte[payload], part, true);
  }

  /** The beginning of a text message, in frames of this many bytes, of which none is the last. */
  public static ByteBuffer unfinishedText(int bytes, int part) {
    return inParts(TEXT, "x".repeat(bytes).getBytes(StandardCharsets.US_ASCII), part, false);
  }

  /** The beginning of a binary message, in frames of this many bytes, of which none is the last. */
  public static ByteBuffer unfinishedBinary(int bytes, int part) {
    return inParts(BINARY, new byte[bytes], part, false);
  }

  /** So many pings, one behind the other, each of the largest payload: {@link #PING_PAYLOAD}. */
  public static ByteBuffer pings(int count) {
    ByteBuffer one = masked(PING, new byte[PING_PAYLOAD]);
    ByteBuffer all = ByteBuffer.allocateDirect(one.remaining() * count);
    for (int i = 0; i < count; i++) {
      all.put(one.duplicate());
    }
    return all.flip();
  }

  /** The same binary message several times, one behind the other. */
  public static ByteBuffer batch(int payload, int count) {
    ByteBuffer one = binary(payload);
    ByteBuffer all = ByteBuffer.allocateDirect(one.remaining() * count);
    for (int i = 0; i < count; i++) {
      all.put(one.duplicate());
    }
    return all.flip();
  }

  /** A control or data frame with this payload. */
  static ByteBuffer masked(int opcode, byte[] payload) {
    ByteBuffer frame = ByteBuffer.allocateDirect(headerLength(payload.length) + payload.length);
    put(frame, FIN | opcode, payload, 0, payload.length);
    return frame.flip();
  }

  private static ByteBuffer inParts(int opcode, byte[] payload, int part, boolean ends) {
    int frames = (payload.length + part - 1) / part;
    ByteBuffer all = ByteBuffer.allocateDirect(payload.length + frames * headerLength(part));
    for (int from = 0; from < payload.length; from += part) {
      int to = Math.min(payload.length, from + part);
      int fin = ends && to == payload.length ? FIN : 0;
      put(all, fin | (from == 0 ? opcode : CONTINUATION), payload, from, to);
    }
    return all.flip();
  }

  private static void put(ByteBuffer frame, int first, byte[] payload, int from, int to) {
    frame.put((byte) first);
    putLength(frame, to - from);
    frame.put(MASK);
    for (int i = from; i < to; i++) {
      frame.put((byte) (payload[i] ^ MASK[i - from & 3]));
    }
  }

  /** Writes a number into a binary frame's payload, masked, at its beginning. */
  static void stamp(ByteBuffer frame, int payload, long value) {
    int at = headerLength(payload);
    for (int i = 0; i < Long.BYTES; i++) {
      frame.put(at + i, (byte) ((value >>> (56 - 8 * i)) ^ MASK[i & 3]));
    }
  }

  /** The length of a client's header before so many bytes of payload. */
  static int headerLength(int payload) {
    return 2 + MASK.length + (payload < 126 ? 0 : payload < 65536 ? 2 : 8);
  }

  private static void putLength(ByteBuffer frame, int payload) {
    if (payload < 126) {
      frame.put((byte) (MASKED | payload));
    } else if (payload < 65536) {
      frame.put((byte) (MASKED | 126)).putShort((short) payload);
    } else {
      frame.put((byte) (MASKED | 127)).putLong(payload);
    }
  }
}
