package io.github.usermediaplug.roster.file;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * A line of the journal: its checksum, its number, the checksum of the line before it, and a text
 * in UTF-8 without a line feed, each followed by a space, the text by a line feed. The checksum is
 * the CRC-32C of all that is behind it, so that a line shows by itself whether it is whole, and by
 * the line before it whether one is missing.
 */
record JournalLine(Link link, int previous, String text) {

  private static final int CHECKED_FROM = 9;
  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{8}) ([1-9]\\d{0,17}) ([0-9a-f]{8}) (.*)", Pattern.DOTALL);

  /**
   * What the next line refers to.
   *
   * @param number of the line in the file, from 1
   */
  record Link(long number, int checksum) {

    /** The journal's first line, which has no checksum. */
    static final Link HEADER = new Link(1, 0);
  }

  static JournalLine after(Link last, String text) {
    long number = last.number() + 1;
    byte[] checked = checked(number, last.checksum(), text);
    return new JournalLine(new Link(number, checksum(checked, 0)), last.checksum(), text);
  }

  /** A line without its line feed; empty if it is not whole. */
  static Optional<JournalLine> read(byte[] line) {
    Matcher form = FORM.matcher(new String(line, StandardCharsets.UTF_8));
    if (!form.matches()) {
      return Optional.empty();
    }
    Link link =
        new Link(Long.parseLong(form.group(2)), Integer.parseUnsignedInt(form.group(1), 16));
    return link.checksum() == checksum(line, CHECKED_FROM)
        ? Optional.of(
            new JournalLine(link, Integer.parseUnsignedInt(form.group(3), 16), form.group(4)))
        : Optional.empty();
  }

  boolean follows(Link last) {
    return link.number() == last.number() + 1 && previous == last.checksum();
  }

  byte[] bytes() {
    return "%08x %d %08x %s\n"
        .formatted(link.checksum(), link.number(), previous, text)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] checked(long number, int previous, String text) {
    return "%d %08x %s".formatted(number, previous, text).getBytes(StandardCharsets.UTF_8);
  }

  private static int checksum(byte[] line, int from) {
    CRC32C crc = new CRC32C();
    crc.update(line, from, line.length - from);
    return (int) crc.getValue();
  }
}
