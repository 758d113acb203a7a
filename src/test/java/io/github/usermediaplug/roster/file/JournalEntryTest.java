package io.github.usermediaplug.roster.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalEntryTest {

  private static final String SOME = "0123456789";

  @TempDir Path directory;

  @ParameterizedTest(name = "{0} to {1}: removed {2}, added {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "0123456789, 0123456789a,  '',    a",
        "0123456789, 123456789,    0,     ''",
        "0123456789, 012345678,    9,     ''",
        "0123456789, 12345678ab,   09,    ab",
        "0123456789, 1234567890,   0,     0",
        "'',         abc,          -,     -", // as long as all of it
        "0123456789, a,            -,     -",
        "0123456789, '',           -,     -",
        "0012345678, 012345678,    -,     -", // one of two that are the same
      })
  void theShorterIsWritten(String before, String after, String removed, String added) {
    JournalEntry expected =
        removed == null
            ? new JournalEntry.Whole(ids(after))
            : new JournalEntry.Difference(ids(removed), ids(added));
    assertEquals(expected, JournalEntry.between(ids(before), ids(after)));
  }

  @Test
  void oneWhoIsNewIsWrittenWhole() {
    assertEquals(new JournalEntry.Whole(List.of()), JournalEntry.between(null, List.of()));
  }

  @Test
  void aDifferenceFitsNobodyWhoIsUnknown() {
    JournalEntry difference = JournalEntry.between(ids(SOME), ids(SOME + "a"));
    assertEquals(Optional.empty(), difference.appliedTo(Optional.empty()));
  }

  @Test
  void whateverBecomesOfAListIsReadAgain() throws IOException {
    Random random = new Random(15);
    List<String> before = List.of();
    for (int i = 0; i < 20_000; i++) {
      List<String> after = changed(before, random);
      JournalEntry written = JournalEntry.between(before, after);
      Map<String, JournalEntry> read =
          UsersJson.entries(directory, UsersJson.line(Map.of("ada", written)));
      assertEquals(Optional.of(after), read.get("ada").appliedTo(Optional.of(before)));
      before = after;
    }
  }

  /** Some gone, some new, now and then one twice or in another place. */
  private static List<String> changed(List<String> before, Random random) {
    int gone = random.nextInt(4);
    return Stream.concat(
            before.stream().filter(peer -> random.nextInt(10) >= gone),
            random.ints(random.nextInt(6), 0, 30).mapToObj(Integer::toString))
        .collect(Collectors.toUnmodifiableList());
  }

  private static List<String> ids(String letters) {
    return IntStream.range(0, letters.length())
        .mapToObj(at -> letters.substring(at, at + 1))
        .toList();
  }
}
