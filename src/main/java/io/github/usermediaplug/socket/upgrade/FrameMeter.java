package io.github.usermediaplug.socket.upgrade;

/**
 * Follows the frames in what a client sends (RFC 6455, section 5.2). Used by one session's reader
 * at a time.
 */
final class FrameMeter {

  private static final int OPCODE = 0x0f;
  private static final int PING = 9;
  private static final int LENGTH = 0x7f;
  private static final int MASKED = 0x80;
  private static final int MASK_BYTES = 4;

  private int headerRead;
  private int headerLength = 2;
  private int longerLength; // bytes of a length that the second byte is too short for
  private long payload; // what the header says so far
  private long payloadLeft;
  private long unfinished;
  private long pings;
  private long frames;

  /** So many bytes have come of a frame that is not whole yet, its header among them. */
  long unfinished() {
    return unfinished;
  }

  /** How many pings have begun. */
  long pings() {
    return pings;
  }

  /** Whether a length had its first bit set, which none may; nothing is known of what follows. */
  boolean isMalformed() {
    return payload < 0;
  }

  /** How many frames have come whole. */
  long frames() {
    return frames;
  }

  /** Reads on. */
  void read(byte[] bytes, int from, int length) {
    int end = from + length;
    int at = from;
    while (at < end && !isMalformed()) {
      if (payloadLeft > 0) {
        int skipped = (int) Math.min(payloadLeft, end - at);
        at += skipped;
        payloadLeft -= skipped;
        unfinished += skipped;
      } else {
        header(bytes[at++] & 0xff);
      }
      if (headerRead == headerLength && payloadLeft == 0) {
        headerRead = 0;
        headerLength = 2;
        unfinished = 0;
        frames++;
      }
    }
  }

  private void header(int next) {
    headerRead++;
    unfinished++;
    if (headerRead == 1 && (next & OPCODE) == PING) {
      pings++;
    } else if (headerRead == 2) {
      int length = next & LENGTH;
      longerLength = length == 126 ? Short.BYTES : length == 127 ? Long.BYTES : 0;
      headerLength = 2 + longerLength + ((next & MASKED) == 0 ? 0 : MASK_BYTES);
      payload = longerLength == 0 ? length : 0;
    } else if (headerRead > 2 && headerRead <= 2 + longerLength) {
      payload = payload << Byte.SIZE | next;
    }
    if (headerRead == headerLength) {
      payloadLeft = payload;
    }
  }
}
