package io.github.usermediaplug.roster.file;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * Tells one content of a file from another.
 *
 * @param length in bytes
 * @param crc the CRC-32C of the bytes
 */
record Fingerprint(long length, int crc) {

  /** Of a file that is not there; one that is there is never empty. */
  static final Fingerprint OF_NO_FILE = new Fingerprint(0, 0);

  private static final Pattern FORM = Pattern.compile("(\\d{1,18})-([0-9a-f]{8})");

  static Fingerprint of(byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(content);
    return new Fingerprint(content.length, (int) crc.getValue());
  }

  static Optional<Fingerprint> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new Fingerprint(
                Long.parseLong(form.group(1)), Integer.parseUnsignedInt(form.group(2), 16)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "%d-%08x".formatted(length, crc);
  }
}
