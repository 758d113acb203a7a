package io.github.usermediaplug.roster.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.roster.UserStore.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFileUserStoreTest {

  @TempDir Path directory;

  @Test
  void aChangeIsInTheFileWhenItIsAnswered() throws IOException {
    try (OpenStore store = open()) {
      assertEquals(Stored.DONE, await(store.users().register("a", List.of("b", "c"))));
      assertEquals(Map.of("a", List.of("b", "c")), UsersJson.read(file()));
      assertEquals(Stored.DONE, await(store.users().add("a", List.of("d", "b"), 10)));
      assertEquals(Stored.DONE, await(store.users().delete("a", List.of("c", "x"))));
      assertEquals(Map.of("a", List.of("b", "d")), UsersJson.read(file()));
    }
  }

  @Test
  void theNextDeploymentReadsWhatThisOneWrote() {
    try (OpenStore store = open()) {
      await(store.users().register("é \" \\ 😀", List.of("z", "a")));
    }
    try (OpenStore store = open()) {
      assertEquals(Optional.of(List.of("z", "a")), await(store.users().peers("é \" \\ 😀")));
    }
  }

  @Test
  void refusalsChangeNothing() throws IOException {
    try (OpenStore store = open()) {
      await(store.users().register("a", List.of("b")));
      byte[] before = Files.readAllBytes(file());
      assertEquals(Stored.USER_EXISTS, await(store.users().register("a", List.of())));
      assertEquals(Stored.UNKNOWN_USER, await(store.users().add("x", List.of("b"), 10)));
      assertEquals(Stored.UNKNOWN_USER, await(store.users().delete("x", List.of("b"))));
      assertEquals(Stored.TOO_MANY_PEERS, await(store.users().add("a", List.of("c", "d"), 2)));
      assertEquals(List.of("b"), await(store.users().peers("a")).orElseThrow());
      assertEquals(new String(before), Files.readString(file()));
    }
  }

  @Test
  void changesOfManyAreAllKept() throws IOException {
    try (OpenStore store = open()) {
      List<CompletableFuture<Stored>> changes = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        changes.add(store.users().register("user" + i, List.of("x")).toCompletableFuture());
      }
      changes.forEach(change -> assertEquals(Stored.DONE, change.join()));
      assertEquals(1000, UsersJson.read(file()).size());
    }
  }

  @Test
  void aFailedWriteIsAnErrorAndTheNextOneTriesAnew() throws IOException {
    try (OpenStore store = open()) {
      await(store.users().register("a", List.of()));
      Path obstacle = Files.createDirectory(file().resolveSibling("users.json.new"));
      assertThrows(RuntimeException.class, () -> await(store.users().register("b", List.of())));
      assertEquals(Optional.empty(), await(store.users().peers("b")));
      Files.delete(obstacle);
      assertEquals(Stored.DONE, await(store.users().register("b", List.of())));
    }
  }

  @Test
  void aSecondDeploymentOnTheSameFileIsRefused() {
    try (OpenStore store = open()) {
      StoreRefusal refused = assertThrows(StoreRefusal.class, this::open);
      assertTrue(refused.getMessage().contains("in use by another deployment"));
    }
    open().close();
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
    Files.writeString(file(), broken);
    StoreRefusal refused = assertThrows(StoreRefusal.class, this::open);
    assertTrue(refused.getMessage().startsWith(file() + ", line "), refused.getMessage());
    assertTrue(refused.getMessage().matches("(?s).*line \\d+, column \\d+: .*"));
    assertEquals(broken, Files.readString(file()));
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Files.write(file(), new byte[] {'{', '"', (byte) 0xff, '"', ':'});
    assertThrows(StoreRefusal.class, this::open);
  }

  private Path file() {
    return directory.toAbsolutePath().normalize().resolve("users.json");
  }

  private OpenStore open() {
    return OpenStore.at(file());
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
