package io.github.usermediaplug.roster.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A line of the journal: the CRC-32C of its text in eight hexadecimal digits, a space, the text in
 * UTF-8, a line feed. The text has no line feed of its own.
 */
final class JournalLine {

  private static final int PREFIX = 9;

  private JournalLine() {}

  static byte[] of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] line = new byte[PREFIX + bytes.length + 1];
    System.arraycopy(prefix(bytes, 0, bytes.length), 0, line, 0, PREFIX);
    System.arraycopy(bytes, 0, line, PREFIX, bytes.length);
    line[line.length - 1] = '\n';
    return line;
  }

  /** The text of a line without its line feed; empty where its checksum is another. */
  static Optional<String> read(byte[] line) {
    if (line.length < PREFIX) {
      return Optional.empty();
    }
    byte[] prefix = prefix(line, PREFIX, line.length - PREFIX);
    return Arrays.equals(prefix, 0, PREFIX, line, 0, PREFIX)
        ? Optional.of(new String(line, PREFIX, line.length - PREFIX, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  private static byte[] prefix(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return "%08x ".formatted(crc.getValue()).getBytes(StandardCharsets.US_ASCII);
  }
}
