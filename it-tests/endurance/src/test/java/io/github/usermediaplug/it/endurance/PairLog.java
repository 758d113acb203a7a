package io.github.usermediaplug.it.endurance;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server's audit log: each pair's beginning and end, once each, in this order. */
final class PairLog {
  private static final Pattern EVENT =
      Pattern.compile("(Paired|Unpaired) .*\\(pair ([0-9a-f-]{36})\\)");

  /** A failure of the product's own, or of the server on its account. */
  private static final Pattern FAILURE = Pattern.compile("SEVERE|OutOfMemory");

  private final Path file;
  private final Set<String> living = new HashSet<>();
  private final Set<String> ended = new HashSet<>();
  private long position;

  PairLog(Path file) {
    this.file = file;
  }

  /** Reads what has been written since the last time. */
  void read() throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      byte[] more = new byte[(int) (log.length() - position)];
      log.seek(position);
      log.readFully(more);
      String text = new String(more, StandardCharsets.UTF_8);
      int whole = text.lastIndexOf('\n') + 1;
      position += text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
      text.substring(0, whole).lines().forEach(this::read);
    }
  }

  private void read(String line) {
    if (FAILURE.matcher(line).find()) {
      throw new AssertionError("the server says: " + line);
    }
    Matcher event = EVENT.matcher(line);
    if (event.find()) {
      String pair = event.group(2);
      boolean fits =
          event.group(1).equals("Paired")
              ? !ended.contains(pair) && living.add(pair)
              : living.remove(pair) && ended.add(pair);
      if (!fits) {
        throw new AssertionError("a pair does not begin and end once: " + line);
      }
    }
  }

  Set<String> living() {
    return living;
  }

  int ended() {
    return ended.size();
  }
}
