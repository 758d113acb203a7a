package io.github.usermediaplug.it.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.usermediaplug.socket.BinaryParts;
import io.github.usermediaplug.socket.TextParts;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Messages cut anywhere, even within a character, one after the other through the same parts. */
public final class PartsTarget {
  private PartsTarget() {}

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(FuzzedDataProvider data) {
    long limit = data.consumeLong(0, 200);
    TextParts texts = new TextParts(limit);
    BinaryParts binaries = new BinaryParts(limit);
    boolean within = true;
    while (within && data.remainingBytes() > 0) {
      within = data.consumeBoolean() ? text(data, texts, limit) : binary(data, binaries, limit);
    }
  }

  /** Says no where the connection would be closed. */
  private static boolean text(FuzzedDataProvider data, TextParts parts, long limit) {
    String text = new String(data.consumeBytes(300), UTF_8);
    int size = text.getBytes(UTF_8).length;
    for (int from = 0; from < text.length(); ) {
      int to =
          data.remainingBytes() == 0
              ? text.length()
              : Math.min(text.length(), from + data.consumeInt(0, 20));
      if (!parts.add(text.substring(from, to))) {
        Expect.that(size > limit, () -> size + " bytes were too many of " + limit);
        return false;
      }
      from = to;
    }
    Expect.that(size <= limit, () -> size + " bytes were not too many of " + limit);
    var whole = parts.take();
    Expect.equal(text, whole.text(), () -> "text in parts");
    Expect.equal(size, whole.bytes(), () -> "bytes of " + text);
    return true;
  }

  private static boolean binary(FuzzedDataProvider data, BinaryParts parts, long limit) {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    int count = data.consumeInt(1, 6);
    for (int i = 0; i < count; i++) {
      byte[] part = data.consumeBytes(60);
      sent.writeBytes(part);
      boolean added = parts.add(ByteBuffer.wrap(part), i == count - 1);
      Expect.equal(sent.size() <= limit, added, () -> sent.size() + " bytes of " + limit);
      if (!added) {
        return false;
      }
      Expect.that(
          parts.memory() <= Math.min(limit, 8L * sent.size()),
          () -> parts.memory() + " bytes for " + sent.size() + " of " + limit);
      // Some containers use the buffer again.
      Arrays.fill(part, (byte) 0xee);
    }
    byte[] whole = parts.take().data();
    Expect.equal(hex(sent.toByteArray()), hex(whole), () -> "message in parts");
    return true;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
