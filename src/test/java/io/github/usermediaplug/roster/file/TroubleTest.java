package io.github.usermediaplug.roster.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.roster.UserStore.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody meddles with the files of a store that is in use. */
class TroubleTest {

  @TempDir Path directory;
  private StoreFiles files;

  @BeforeEach
  void nameTheFiles() throws IOException {
    files = new StoreFiles(Files.createDirectory(directory.resolve("data")));
  }

  @Test
  void aChangeThatCannotBeWrittenIsRefusedAndTheNextOneIsTriedAnew() throws IOException {
    try (OpenStore store = files.open()) {
      Path obstacle = Files.createDirectory(files.directory().resolve("users.json.journal.new"));
      assertEquals(Stored.UNAVAILABLE, store.register("a"));
      assertEquals(Optional.empty(), store.peers("a"));
      Files.delete(obstacle);
      assertEquals(Stored.DONE, store.register("a"));
    }
    assertEquals(Map.of("a", List.of()), files.users());
  }

  @Test
  void aDirectoryThatIsGoneMeansRefusalsUntilItIsBack() throws IOException {
    try (OpenStore store = files.open()) {
      store.register("a");
      Path away = Files.move(files.directory(), directory.resolve("away"));
      assertEquals(Stored.UNAVAILABLE, store.register("b"));
      Files.move(away, files.directory());
      assertEquals(Stored.DONE, store.register("c"));
      assertEquals(Map.of("a", List.of(), "c", List.of()), files.copy().users());
    }
  }

  @Test
  void aFileThatWasEditedIsKeptAsideAndNothingIsLost() throws IOException {
    Files.writeString(files.json(), "{\"a\":{\"peers\":[]}}");
    try (OpenStore store = files.open()) {
      store.register("b");
      Files.writeString(files.json(), "{\"mine\":{\"peers\":[]}}");
      assertEquals(Stored.DONE, store.register("c"));
      assertEquals(Map.of("a", List.of(), "b", List.of(), "c", List.of()), files.copy().users());
    }
    String found =
        files.names().stream().filter(name -> name.contains(".found-")).findFirst().orElseThrow();
    assertEquals("{\"mine\":{\"peers\":[]}}", Files.readString(files.directory().resolve(found)));
  }

  @Test
  void filesThatWereRemovedAreWrittenAnewWithTheNextChange() throws IOException {
    Files.writeString(files.json(), "{\"a\":{\"peers\":[]}}");
    try (OpenStore store = files.open()) {
      store.register("b");
      Files.delete(files.json());
      Files.delete(files.journal());
      assertEquals(Stored.DONE, store.register("c"));
      assertEquals(Map.of("a", List.of(), "b", List.of(), "c", List.of()), files.copy().users());
    }
  }

  @Test
  void aJournalThatWasReplacedIsNotWrittenTo() throws IOException {
    try (OpenStore store = files.open()) {
      store.register("a");
      Path backup = Files.copy(files.journal(), directory.resolve("backup"));
      store.register("b");
      Files.delete(files.journal());
      Files.copy(backup, files.journal());
      assertEquals(Stored.DONE, store.register("c"));
      assertEquals(Map.of("a", List.of(), "b", List.of(), "c", List.of()), files.copy().users());
    }
  }

  @Test
  void aJournalThatWasEmptiedOrAddedToLosesNothing() throws IOException {
    try (OpenStore store = files.open()) {
      store.register("a");
      Files.write(files.journal(), new byte[0]);
      assertEquals(Stored.DONE, store.register("b"));
      assertEquals(Map.of("a", List.of(), "b", List.of()), files.copy().users());
      String line = "somebody's\n".repeat(100);
      Files.writeString(files.journal(), line, StandardOpenOption.APPEND);
      assertEquals(Stored.DONE, store.register("c"));
      assertEquals(Stored.DONE, store.register("d"));
      assertEquals(Set.of("a", "b", "c", "d"), files.copy().users().keySet());
    }
  }

  @Test
  void aFileThatWasRemovedIsWrittenAnewByAStopToo() throws IOException {
    Files.writeString(files.json(), "{\"a\":{\"peers\":[]}}");
    try (OpenStore store = files.open()) {
      assertEquals(Optional.of(List.of()), store.peers("a"));
      Files.delete(files.json());
    }
    assertEquals(Map.of("a", List.of()), files.users());
  }

  @Test
  void whatNobodyFinishedWritingIsOverwritten() throws IOException {
    for (String name : List.of("users.json.new", "users.json.fold", "users.json.journal.new")) {
      Files.writeString(files.directory().resolve(name), "half");
    }
    try (OpenStore store = files.openThatFoldsOften()) {
      for (int i = 0; i < 50; i++) {
        store.register("user" + i);
      }
    }
    assertEquals(50, files.users().size());
    assertTrue(files.names().stream().noneMatch(name -> name.endsWith("journal.new")));
  }
}
