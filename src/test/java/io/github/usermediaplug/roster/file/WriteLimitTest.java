package io.github.usermediaplug.roster.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.github.usermediaplug.roster.UserStore.Stored;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class WriteLimitTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long LONG_LIST = 640 << 10;

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - SECOND); // and past its end
  private final WriteLimit limit = new WriteLimit(clock::get);

  @TempDir Path directory;

  @Test
  void aLongListIsBuiltAtOnceAndThenAtItsPace() {
    int written = 0;
    while (limit.admits("mallory")) {
      limit.wrote("mallory", LONG_LIST);
      written++;
    }
    assertEquals(13, written);
    clock.addAndGet(SECOND);
    assertTrue(limit.admits("mallory"));
    limit.wrote("mallory", LONG_LIST);
    assertFalse(limit.admits("mallory"));
  }

  @Test
  void whatIsSmallIsFree() {
    for (int i = 0; i < 1_000_000; i++) {
      limit.wrote("ada", WriteLimit.FREE);
    }
    assertTrue(limit.admits("ada"));
    assertEquals(0, limit.size());
  }

  @Test
  void oneUsersChangesAreNoOthers() {
    while (limit.admits("mallory")) {
      limit.wrote("mallory", LONG_LIST);
    }
    assertTrue(limit.admits("ada"));
  }

  @Test
  void whoHasPaidIsForgotten() {
    limit.wrote("ada", LONG_LIST);
    clock.addAndGet(60 * SECOND);
    limit.wrote("bob", LONG_LIST);
    assertEquals(1, limit.size());
  }

  @Test
  void whoReplacesAThousandOfFiveThousandWritesNoMoreThanItMay() throws Exception {
    List<String> some = ids("some", 1000);
    String[] peers =
        Stream.concat(some.stream(), ids("others", 4000).stream()).toArray(String[]::new);
    try (OpenStore store = OpenStore.at(directory.resolve("users.json"), 1L << 30)) {
      store.register("mallory", peers);
      store.register("ada");
      Stored last = Stored.DONE;
      for (int changes = 0; last == Stored.DONE; changes++) {
        last =
            changes % 2 == 0
                ? store.delete("mallory", array(some))
                : store.add("mallory", array(some));
        assertTrue(changes < 5000, "it goes on and on");
      }
      assertEquals(Stored.TOO_FAST, last);
      assertEquals(Stored.DONE, store.add("ada", "bob"));
      long journal = Files.size(directory.resolve("users.json.journal"));
      assertTrue(journal < 2 * WriteLimit.AT_ONCE, "journal of " + journal);
      assertEquals(Optional.of(List.of("bob")), store.peers("ada"));
    }
  }

  @Test
  void whoAddsAndRemovesOneOfFiveThousandWritesThatOne() throws Exception {
    try (OpenStore store = OpenStore.at(directory.resolve("users.json"), 1L << 30)) {
      store.register("mallory", array(ids("peer", 4999)));
      Path journal = directory.resolve("users.json.journal");
      long before = Files.size(journal);
      for (int i = 0; i < 1000; i++) {
        assertEquals(Stored.DONE, store.add("mallory", "one"));
        assertEquals(Stored.DONE, store.delete("mallory", "one"));
      }
      long written = Files.size(journal) - before;
      assertTrue(written < 2000 * 100, "wrote " + written);
    }
  }

  private static List<String> ids(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i + "x".repeat(110)).toList();
  }

  private static String[] array(List<String> ids) {
    return ids.toArray(String[]::new);
  }
}
