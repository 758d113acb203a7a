package io.github.usermediaplug.bench.load;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads frames from a stream cut anywhere. Keeps no binary payload but its first eight bytes: to
 * look at the rest would cost more than to receive it. Takes masked frames too, for a relay with no
 * WebSocket passes on what a client sent.
 */
final class FrameParser {

  private static final int MAX_HEADER = 14;
  private static final int MAX_TEXT = 1 << 20;

  private final FrameSink sink;
  private final byte[] header = new byte[MAX_HEADER];
  private int headerBytes;
  private int headerNeeded = 2;

  // Of the frame that is under way.
  private boolean inPayload;
  private boolean last;
  private int opcode;
  private long left;
  private long taken;
  private int maskAt;

  // Of the message that is under way.
  private int messageKind;
  private long messageLength;
  private long stamp;
  private byte[] kept = new byte[128];
  private int keptLength;

  // Of a control frame, which may stand between the frames of a message.
  private final byte[] control = new byte[125];
  private int controlLength;

  FrameParser(FrameSink sink) {
    this.sink = sink;
  }

  /** Takes all that is in the buffer. */
  void parse(ByteBuffer in) {
    while (in.hasRemaining()) {
      if (inPayload) {
        payload(in);
      } else {
        header(in);
      }
    }
  }

  private void header(ByteBuffer in) {
    while (headerBytes < headerNeeded && in.hasRemaining()) {
      header[headerBytes++] = in.get();
      if (headerBytes == 2) {
        headerNeeded = 2 + lengthBytes(header[1] & 0x7f) + ((header[1] & 0x80) != 0 ? 4 : 0);
      }
    }
    if (headerBytes == headerNeeded) {
      begin();
    }
  }

  private static int lengthBytes(int length) {
    return length < 126 ? 0 : length == 126 ? 2 : 8;
  }

  private void begin() {
    last = (header[0] & 0x80) != 0;
    opcode = header[0] & 0x0f;
    left = length();
    taken = 0;
    maskAt = (header[1] & 0x80) != 0 ? headerNeeded - 4 : -1;
    if (opcode == Frames.TEXT || opcode == Frames.BINARY) {
      messageKind = opcode;
      messageLength = 0;
      stamp = 0;
      keptLength = 0;
    } else if (isControl()) {
      controlLength = 0;
    }
    inPayload = true;
    if (left == 0) {
      end();
    }
  }

  private long length() {
    int length = header[1] & 0x7f;
    int bytes = lengthBytes(length);
    if (bytes == 0) {
      return length;
    }
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | header[2 + i] & 0xff;
    }
    return value;
  }

  private boolean isControl() {
    return opcode >= Frames.CLOSE;
  }

  private void payload(ByteBuffer in) {
    int bytes = (int) Math.min(left, in.remaining());
    if (isControl()) {
      for (int i = 0; i < bytes; i++) {
        control[controlLength++] = unmasked(in.get(), taken + i);
      }
    } else if (messageKind == Frames.TEXT) {
      keep(in, bytes);
    } else {
      skip(in, bytes);
    }
    taken += bytes;
    left -= bytes;
    if (left == 0) {
      end();
    }
  }

  private void keep(ByteBuffer in, int bytes) {
    if (keptLength + bytes > MAX_TEXT) {
      throw new IllegalStateException("a text of more than " + MAX_TEXT + " bytes");
    }
    if (keptLength + bytes > kept.length) {
      kept = Arrays.copyOf(kept, Math.max(keptLength + bytes, 2 * kept.length));
    }
    in.get(kept, keptLength, bytes);
    if (maskAt >= 0) {
      for (int i = 0; i < bytes; i++) {
        kept[keptLength + i] = unmasked(kept[keptLength + i], taken + i);
      }
    }
    keptLength += bytes;
  }

  private void skip(ByteBuffer in, int bytes) {
    int from = in.position();
    for (int i = 0; i < bytes && messageLength + i < Long.BYTES; i++) {
      stamp = stamp << 8 | unmasked(in.get(from + i), taken + i) & 0xff;
    }
    messageLength += bytes;
    in.position(from + bytes);
  }

  private byte unmasked(byte masked, long at) {
    return maskAt < 0 ? masked : (byte) (masked ^ header[maskAt + (int) (at & 3)]);
  }

  private void end() {
    inPayload = false;
    headerBytes = 0;
    headerNeeded = 2;
    if (isControl()) {
      sink.control(opcode, Arrays.copyOf(control, controlLength));
    } else if (last && messageKind == Frames.TEXT) {
      sink.text(kept, keptLength);
    } else if (last) {
      sink.binary(messageLength, messageLength < Long.BYTES ? 0 : stamp);
    }
  }
}
