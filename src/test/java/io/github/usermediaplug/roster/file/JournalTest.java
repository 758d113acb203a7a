package io.github.usermediaplug.roster.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server makes of a journal that another one left when it died. */
class JournalTest {

  private static final int CHANGES = 5;

  @TempDir Path directory;
  private StoreFiles files;
  private byte[] whole;

  @BeforeEach
  void letAServerDieWithFiveChangesInTheJournal() throws IOException {
    StoreFiles live = new StoreFiles(Files.createDirectory(directory.resolve("live")));
    Files.writeString(live.json(), "{\"z\":{\"peers\":[]}}");
    try (OpenStore store = live.open()) {
      for (int i = 0; i < CHANGES; i++) {
        store.register("user" + i, "peer" + i);
      }
      files = live.copy();
    }
    whole = Files.readAllBytes(files.journal());
  }

  @Test
  void allItsChangesAreThere() {
    assertEquals(afterChanges(CHANGES), files.users());
  }

  @Test
  void cutAtAnyByteItKeepsTheChangesInFrontOfTheCut() throws IOException {
    int begin = lineEnds()[1]; // header and base are never torn: they come by a rename
    for (int length = begin; length < whole.length; length++) {
      Files.write(files.journal(), Arrays.copyOf(whole, length));
      assertEquals(afterChanges(linesIn(length) - 2), files.users(), "cut to " + length);
      assertEquals(lineEnds()[linesIn(length) - 1], Files.size(files.journal()));
    }
  }

  @Test
  void cutInFrontOfItsFirstChangeItIsRefused() throws IOException {
    for (int length = 0; length < lineEnds()[1]; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Files.write(files.journal(), cut);
      assertThrows(StoreRefusal.class, files::users, "cut to " + length);
      assertEquals(length, Files.size(files.journal()));
    }
  }

  @Test
  void anyByteThatIsAnotherIsNoticedAndNoChangeIsEverAnother() throws IOException {
    int lastLine = lineEnds()[lineEnds().length - 2];
    for (int at = 0; at < whole.length; at++) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x15;
      Files.write(files.journal(), flipped);
      if (at < lastLine - 1) {
        assertThrows(StoreRefusal.class, files::users, "flipped " + at);
        assertEquals(whole.length, Files.size(files.journal()));
      } else {
        assertOnlyTheTailIsLost(at);
      }
    }
  }

  @Test
  void damageInFrontOfWholeLinesIsNamedByItsLine() throws IOException {
    byte[] flipped = whole.clone();
    flipped[lineEnds()[2] + 3] ^= 1;
    Files.write(files.journal(), flipped);
    StoreRefusal refused = assertThrows(StoreRefusal.class, files::users);
    assertTrue(refused.getMessage().contains("damaged in line 4"), refused.getMessage());
  }

  @Test
  void aLineThatIsMissingIsNoticed() throws IOException {
    for (int line = 1; line < lineEnds().length - 1; line++) {
      writeWithout(line, line + 1);
      StoreRefusal refused = assertThrows(StoreRefusal.class, files::users);
      String where = "in front of line " + (line + 1);
      assertTrue(refused.getMessage().contains(where), refused.getMessage());
    }
  }

  @Test
  void aLineThatStandsThereTwiceIsNoticed() throws IOException {
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    twice.write(whole);
    twice.write(whole, lastLine(), whole.length - lastLine());
    Files.write(files.journal(), twice.toByteArray());
    assertThrows(StoreRefusal.class, files::users);
  }

  @Test
  void aLineOfAnotherJournalIsNoticed() throws IOException {
    byte[] other = JournalLine.after(new JournalLine.Link(6, 42), "{}").bytes();
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.write(whole, 0, lastLine());
    mixed.write(other);
    Files.write(files.journal(), mixed.toByteArray());
    StoreRefusal refused = assertThrows(StoreRefusal.class, files::users);
    assertTrue(refused.getMessage().contains("in front of line 7"), refused.getMessage());
  }

  /** As the refusal says. */
  @Test
  void itsLinesInFrontOfTheDamageMayBeKept() throws IOException {
    writeWithout(3, 4);
    StoreRefusal refused = assertThrows(StoreRefusal.class, files::users);
    assertTrue(refused.getMessage().contains("its first 3 lines"), refused.getMessage());
    Files.write(files.journal(), Arrays.copyOf(whole, lineEnds()[2]));
    assertEquals(afterChanges(1), files.users());
  }

  @Test
  void aTailOfZerosIsCutOff() throws IOException {
    Files.write(files.journal(), Arrays.copyOf(whole, whole.length + 5000));
    assertEquals(afterChanges(CHANGES), files.users());
    assertEquals(whole.length, Files.size(files.journal()));
  }

  @Test
  void whatCannotBeReadAtItsEndIsKeptUnderAnotherName() throws IOException {
    byte[] unfinished = Arrays.copyOf(whole, whole.length - 3);
    Files.write(files.journal(), unfinished);
    assertEquals(
        List.of("unfinished write", "nobody was told"),
        told("unfinished write", "nobody was told"));
    assertArrayEquals(Arrays.copyOfRange(unfinished, lastLine(), unfinished.length), kept());
  }

  @Test
  void aWholeLastLineThatIsDamagedIsNotCalledUnfinished() throws IOException {
    byte[] damaged = whole.clone();
    damaged[lastLine() + 12] ^= 1;
    Files.write(files.journal(), damaged);
    assertEquals(
        List.of("damaged in line 7", "may have been told"),
        told("damaged in line 7", "may have been told", "unfinished"));
    assertArrayEquals(Arrays.copyOfRange(damaged, lastLine(), damaged.length), kept());
  }

  private void writeWithout(int from, int to) throws IOException {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    rest.write(whole, 0, lineEnds()[from - 1]);
    rest.write(whole, lineEnds()[to - 1], whole.length - lineEnds()[to - 1]);
    Files.write(files.journal(), rest.toByteArray());
  }

  private int lastLine() {
    return lineEnds()[lineEnds().length - 2];
  }

  /** Those of the words that the log has when the files are opened. */
  private List<String> told(String... words) {
    List<String> records = new CopyOnWriteArrayList<>();
    Logger log = Logger.getLogger(UsersOnDisk.class.getName());
    Handler handler =
        new StreamHandler() {
          @Override
          public synchronized void publish(LogRecord logged) {
            records.add(logged.getMessage());
          }
        };
    log.addHandler(handler);
    try {
      files.users();
    } finally {
      log.removeHandler(handler);
    }
    assertEquals(1, records.size(), records::toString);
    return Stream.of(words).filter(records.get(0)::contains).toList();
  }

  private byte[] kept() throws IOException {
    try (Stream<Path> all = Files.list(files.journal().getParent())) {
      List<Path> kept =
          all.filter(file -> file.getFileName().toString().contains(".unreadable-")).toList();
      assertEquals(1, kept.size());
      return Files.readAllBytes(kept.get(0));
    }
  }

  @Test
  void ofAnotherVersionItIsRefused() throws IOException {
    Files.writeString(files.journal(), new String(whole).replace("journal 2", "journal 3"));
    StoreRefusal refused = assertThrows(StoreRefusal.class, files::users);
    assertTrue(refused.getMessage().contains("another version"), refused.getMessage());
  }

  @Test
  void anEditedJsonFileBesideItIsRefusedAndBothAreLeftAlone() throws IOException {
    Files.writeString(files.json(), "{\"y\":{\"peers\":[]}}");
    StoreRefusal refused = assertThrows(StoreRefusal.class, files::users);
    assertTrue(refused.getMessage().contains("remove the journal"), refused.getMessage());
    assertEquals("{\"y\":{\"peers\":[]}}", Files.readString(files.json()));
    assertEquals(whole.length, Files.size(files.journal()));
    Files.delete(files.journal());
    assertEquals(Map.of("y", List.of()), files.users());
  }

  @Test
  void aJsonFileThatIsGoneFromItIsRefused() throws IOException {
    Files.delete(files.json());
    assertThrows(StoreRefusal.class, files::users);
  }

  /** A flipped line feed takes two lines with it. */
  private void assertOnlyTheTailIsLost(int at) {
    Map<String, List<String>> read = files.users();
    assertTrue(
        read.equals(afterChanges(CHANGES - 1)) || read.equals(afterChanges(CHANGES - 2)),
        () -> "flipped " + at + ": " + read);
    assertTrue(files.journal().toFile().length() < whole.length);
  }

  private static Map<String, List<String>> afterChanges(int changes) {
    Map<String, List<String>> users = new TreeMap<>(Map.of("z", List.of()));
    for (int i = 0; i < changes; i++) {
      users.put("user" + i, List.of("peer" + i));
    }
    return users;
  }

  private int linesIn(int length) {
    return (int) Arrays.stream(lineEnds()).filter(end -> end <= length).count();
  }

  private int[] lineEnds() {
    return IntStream.range(0, whole.length)
        .filter(at -> whole[at] == '\n')
        .map(at -> at + 1)
        .toArray();
  }
}
