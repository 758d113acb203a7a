package io.github.usermediaplug.roster.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.roster.UserStore.Stored;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFileUserStoreTest {

  @TempDir Path directory;
  private StoreFiles files;

  @BeforeEach
  void nameTheFiles() {
    files = new StoreFiles(directory.toAbsolutePath().normalize());
  }

  @Test
  void aChangeIsOnDiskWhenItIsAnswered() throws IOException {
    try (OpenStore store = files.open()) {
      assertEquals(Stored.DONE, store.register("a", "b", "c"));
      assertEquals(Map.of("a", List.of("b", "c")), files.copy().users());
      assertEquals(Stored.DONE, store.add("a", "d", "b"));
      assertEquals(Stored.DONE, store.delete("a", "c", "x"));
      assertEquals(Map.of("a", List.of("b", "d")), files.copy().users());
    }
  }

  @Test
  void theNextDeploymentReadsWhatThisOneWrote() throws IOException {
    try (OpenStore store = files.open()) {
      store.register("é \" \\ 😀", "z", "a");
    }
    try (OpenStore store = files.open()) {
      assertEquals(Optional.of(List.of("z", "a")), store.peers("é \" \\ 😀"));
    }
  }

  @Test
  void afterACleanStopTheJsonFileIsComplete() throws IOException {
    try (OpenStore store = files.open()) {
      store.register("b", "a");
      store.register("a");
    }
    assertEquals(List.of("users.json", "users.json.lock"), files.names());
    assertEquals(
        "{\"a\":{\"peers\":[]},\"b\":{\"peers\":[\"a\"]}}",
        Files.readString(files.json()).replaceAll("\\s", ""));
  }

  @Test
  void refusalsChangeNothing() throws IOException {
    try (OpenStore store = files.open()) {
      store.register("a", "b");
      byte[] before = Files.readAllBytes(files.journal());
      assertEquals(Stored.USER_EXISTS, store.register("a"));
      assertEquals(Stored.UNKNOWN_USER, store.add("x", "b"));
      assertEquals(Stored.UNKNOWN_USER, store.delete("x", "b"));
      assertEquals(
          Stored.TOO_MANY_PEERS,
          store.users().add("a", List.of("c", "d"), 2).toCompletableFuture().join());
      assertEquals(Optional.of(List.of("b")), store.peers("a"));
      assertEquals(new String(before), Files.readString(files.journal()));
    }
  }

  @Test
  void changesOfManyAreAllKept() throws IOException {
    try (OpenStore store = files.open()) {
      List<CompletableFuture<Stored>> changes = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        changes.add(store.users().register("user" + i, List.of("x")).toCompletableFuture());
      }
      changes.forEach(change -> assertEquals(Stored.DONE, change.join()));
      assertEquals(1000, files.copy().users().size());
    }
  }

  @Test
  void aSecondDeploymentOnTheSameFileIsRefused() throws IOException {
    try (OpenStore store = files.open()) {
      StoreRefusal refused = assertThrows(StoreRefusal.class, files::open);
      assertTrue(refused.getMessage().contains("in use by another deployment"));
    }
    files.open().close();
  }

  /** As the kernel does where a process closes any of its channels on a file. */
  @Test
  void whoIsRefusedDoesNotTakeTheFirstOnesLockAway() throws Exception {
    try (OpenStore store = files.open()) {
      assertThrows(StoreRefusal.class, files::open);
      assertEquals("held", anotherProcessTries());
    }
    assertEquals("free", anotherProcessTries());
  }

  private String anotherProcessTries() throws Exception {
    Path program = Files.createTempFile(directory, "Try", ".java");
    Files.writeString(
        program,
        """
        class Try {
          public static void main(String[] lock) throws Exception {
            var file = new java.io.RandomAccessFile(lock[0], "rw");
            System.out.print(file.getChannel().tryLock() == null ? "held" : "free");
          }
        }
        """);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                program.toString(),
                directory.resolve("users.json.lock").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new String(process.getInputStream().readAllBytes());
  }

  @Test
  void aFileOfBeforeTheJournalIsReadAndAStopWithoutAChangeLeavesItAsItIs() throws IOException {
    String byHand = "{ \"b\": { \"peers\": [ \"a\" ] },\n  \"a\": { \"peers\": [] } }\n";
    Files.writeString(files.json(), byHand);
    try (OpenStore store = files.open()) {
      assertEquals(Optional.of(List.of("a")), store.peers("b"));
    }
    assertEquals(byHand, Files.readString(files.json()));
    assertFalse(Files.exists(files.journal()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                   | 1
          {                                    | 1
          {"a":{"peers":["b"]}                 | 1
          {"a":{"peers":["b"]}} x              | 1
          []                                   | 1
          {"a":["b"]}                          | 1
          {"a":{}}                             | 1
          {"a":{"peers":[1]}}                  | 1
          {"a":{"peers":[],"name":"A"}}        | 1
          {"a":{"peers":[]},"a":{"peers":[]}}  | 1
          """)
  void aBrokenFileIsRefusedByLineAndColumnAndLeftAsItIs(String content, int line)
      throws IOException {
    String broken = content.replace("},", "},\n");
    Files.writeString(files.json(), broken);
    StoreRefusal refused = assertThrows(StoreRefusal.class, files::open);
    assertTrue(refused.getMessage().startsWith(files.json() + ", line "), refused.getMessage());
    assertTrue(refused.getMessage().matches("(?s).*line \\d+, column \\d+: .*"));
    assertEquals(broken, Files.readString(files.json()));
  }

  @Test
  void aFileOfManyMegabytesIsRead() throws IOException {
    int users = 20_000;
    String id = "x".repeat(100);
    try (BufferedWriter text = Files.newBufferedWriter(files.json())) {
      for (int i = 0; i < users; i++) {
        text.write((i == 0 ? "{" : ",") + "\"" + id + i + "\":{\"peers\":[");
        text.write(("\"" + id + "a\",").repeat(7) + "\"" + id + "b\"]}");
      }
      text.write("}");
    }
    assertTrue(Files.size(files.json()) > 16_000_000);
    assertEquals(users, files.users().size());
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Files.write(files.json(), new byte[] {'{', '"', (byte) 0xff, '"', ':'});
    assertThrows(StoreRefusal.class, files::open);
  }
}
