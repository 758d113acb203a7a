package io.github.usermediaplug.it.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Looks at all that the server has logged, from its start to its stop. No test as the others are:
 * it runs once, after them, when the server has been stopped.
 */
class ServerLogCheck {
  /** Without the logs of another run: each begins with none. */
  private final List<LogRecord> records = read(Path.of(System.getProperty("server.logs")));

  @Test
  void theProductGivesNoWarningAndNoStackTrace() {
    assertNone(records.stream().filter(LogRecord::isWarningOfTheProduct));
  }

  @Test
  void theServerNeverWentOutOfMemory() {
    assertNone(records.stream().filter(LogRecord::isOutOfMemory));
  }

  /** So that a log which is empty, elsewhere or of another form does not pass. */
  @Test
  void warningsOfTheProductAreSeen() {
    assertTrue(
        records.stream().filter(LogRecord::isWarningOfTheProduct).anyMatch(Allowed.OPEN::fits),
        () -> "no deployment warned of its open identity, in " + records.size() + " records");
  }

  /** A test has it fail sixty times, in less than two minutes. */
  @Test
  void whatAHostsRuleFailsAtIsLoggedTenTimesAMinute() {
    long failures = records.stream().filter(Allowed.HOSTILE_POLICY::fits).count();
    assertTrue(failures <= 20, () -> failures + " records");
  }

  private static void assertNone(Stream<LogRecord> records) {
    List<String> unexpected =
        records.filter(record -> !Allowed.any(record)).map(LogRecord::text).distinct().toList();
    assertEquals(0, unexpected.size(), () -> String.join("\n\n", unexpected));
  }

  private static List<LogRecord> read(Path logs) {
    try (Stream<Path> files = Files.list(logs)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().contains(".log"))
          .sorted()
          .flatMap(file -> LogRecord.read(file).stream())
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
