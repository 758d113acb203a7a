package io.github.usermediaplug.it.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.server.Allowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All that a server has logged and printed.
 *
 * @param text without the path of the server itself, which may have any name
 */
record ServerLog(String text) {
  /**
   * Where Tomcat, WildFly and Payara (console, after a dot of its progress perhaps, and file) and a
   * Java itself begin a new record.
   */
  private static final Pattern BEGINNING =
      Pattern.compile(
          "^(?=\\d\\d-\\w{3}-\\d{4} |\\d{4}-\\d\\d-\\d\\d |\\d\\d:\\d\\d:\\d\\d,|\\.?\\[#\\||\\[\\d{4}-|WARNING: )",
          Pattern.MULTILINE);

  /** WildFly's console is coloured wherever it is. */
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[\\d;]*m");

  private static final Pattern LEVEL = Pattern.compile("\\b(WARN|WARNING|ERROR|SEVERE|FATAL)\\b");
  private static final Pattern OURS = Pattern.compile("user-?media-?plug");
  private static final Pattern OUR_FRAME =
      Pattern.compile("\\bat .*io\\.github\\.usermediaplug\\.");

  /** The one warning that the contract asks for. */
  private static final String OPEN = "identity is 'open'";

  static ServerLog read(Path home, Path console, Path folder) throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(console));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (Files.isRegularFile(file) && !file.getFileName().toString().contains("access")) {
          text.append('\n').append(Files.readString(file));
        }
      }
    }
    return new ServerLog(text.toString().replace(home.toString(), "HOME"));
  }

  /** No warning and no stack trace is on our account, and this is the log where they would be. */
  void hasNothingAgainstUs() {
    List<String> records = List.of(BEGINNING.split(COLOUR.matcher(text).replaceAll("")));
    assertTrue(records.stream().anyMatch(record -> record.contains(OPEN)), text);
    assertEquals(List.of(), records.stream().filter(ServerLog::isAgainstUs).toList());
  }

  private static boolean isAgainstUs(String record) {
    boolean warning = LEVEL.matcher(record).find() && OURS.matcher(record).find();
    return (warning || OUR_FRAME.matcher(record).find()) && !Allowed.any(record);
  }
}
