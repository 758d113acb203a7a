package io.github.usermediaplug.roster.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.roster.UserStore.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityTest {

  private static final String LONG = "x".repeat(1000);

  @TempDir Path directory;

  @Test
  void newUsersAreRefusedBeyondTheirNumber() {
    Capacity capacity = new Capacity(2, Long.MAX_VALUE);
    assertTrue(capacity.admits("ada", null, List.of()));
    assertTrue(capacity.admits("bob", null, List.of()));
    assertFalse(capacity.admits("carol", null, List.of()));
    assertTrue(capacity.admits("ada", List.of(), List.of("bob", "carol")));
  }

  @Test
  void growthIsRefusedBeyondTheMemoryAndShrinkingNever() {
    Capacity capacity = new Capacity(Long.MAX_VALUE, 10_000);
    assertTrue(capacity.admits("ada", null, List.of(LONG, LONG, LONG)));
    assertFalse(capacity.admits("bob", null, List.of(LONG, LONG)));
    assertTrue(capacity.admits("ada", List.of(LONG, LONG, LONG), List.of(LONG)));
    assertTrue(capacity.admits("bob", null, List.of(LONG, LONG)));
  }

  @Test
  void whatIsThereAlreadyStaysThoughItIsTooMuch() {
    Capacity capacity = new Capacity(1, 100);
    capacity.add(Map.of("ada", List.of(LONG), "bob", List.of(LONG)));
    assertFalse(capacity.admits("carol", null, List.of()));
    assertTrue(capacity.admits("ada", List.of(LONG), List.of()));
  }

  @Test
  void whatDidNotBecomeDurableIsNotCounted() {
    Capacity capacity = new Capacity(1, Long.MAX_VALUE);
    Capacity.Used before = capacity.used();
    assertTrue(capacity.admits("ada", null, List.of()));
    capacity.back(before);
    assertTrue(capacity.admits("bob", null, List.of()));
  }

  /** It is there for as long as the list is, and found in no other place. */
  @Test
  void theSortedCopyOfALongListIsCounted() {
    List<String> half = Collections.nCopies(PeerList.SHORT, "peer");
    List<String> whole = Collections.nCopies(2 * PeerList.SHORT, "peer");
    long ofNone = bytes(List.of());
    assertEquals(2 * (bytes(half) - ofNone) + 8L * whole.size(), bytes(whole) - ofNone);
  }

  private static long bytes(List<String> peers) {
    Capacity capacity = Capacity.unlimited();
    capacity.admits("ada", null, peers);
    return capacity.used().bytes();
  }

  @Test
  void aFullStoreOpensAnswersAndShrinks() throws IOException {
    Path file = directory.resolve("users.json");
    Files.writeString(file, "{\"ada\":{\"peers\":[\"bob\"]},\"bob\":{\"peers\":[]}}");
    try (OpenStore store = OpenStore.at(file, 1 << 20, new Capacity(2, 600))) {
      assertEquals(Stored.FULL, store.register("carol"));
      assertEquals(Optional.empty(), store.peers("carol"));
      assertEquals(Stored.FULL, store.add("bob", LONG));
      assertEquals(Stored.DONE, store.add("ada", "bob"));
      assertEquals(Stored.DONE, store.delete("ada", "bob"));
      assertEquals(Stored.DONE, store.add("bob", "ada"));
    }
  }
}
