package io.github.usermediaplug.it.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a server logged at once: a line with the time, and all that follows without one. */
record LogRecord(String text) {
  /** Tomcat's, WildFly's and Payara's way to begin. */
  private static final Pattern BEGIN =
      Pattern.compile("^(\\d\\d-\\w{3}-\\d{4} |\\d{4}-\\d\\d-\\d\\d |\\[\\d{4}-\\d\\d-\\d\\dT).*");

  private static final Pattern LEVEL = Pattern.compile("\\b(WARN|WARNING|SEVERE|ERROR|FATAL)\\b");
  private static final Pattern FRAME = Pattern.compile("(?m)^\\s+at [\\w.$/@-]+\\(");

  /** Its package, in a frame or as a logger's name; or its name, as of a thread or a context. */
  private static final Pattern PRODUCT =
      Pattern.compile("io\\.github\\.usermediaplug\\.|user-media-plug");

  static List<LogRecord> read(Path log) {
    List<LogRecord> records = new ArrayList<>();
    StringBuilder record = new StringBuilder();
    for (String line : lines(log)) {
      if (BEGIN.matcher(line).matches() && record.length() > 0) {
        records.add(new LogRecord(record.toString()));
        record.setLength(0);
      }
      record.append(line).append('\n');
    }
    records.add(new LogRecord(record.toString()));
    return records;
  }

  boolean isWarningOfTheProduct() {
    boolean matters = LEVEL.matcher(firstLine()).find() || FRAME.matcher(text).find();
    return matters && PRODUCT.matcher(text).find();
  }

  boolean isOutOfMemory() {
    return text.contains("OutOfMemoryError");
  }

  private String firstLine() {
    return text.lines().findFirst().orElse("");
  }

  private static List<String> lines(Path log) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
