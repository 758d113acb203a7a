package io.github.usermediaplug.roster.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.github.usermediaplug.roster.UserStore.Stored;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
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
  void whoAddsAndRemovesOneOfFiveThousandWritesNoMoreThanItMay() throws Exception {
    String[] peers =
        IntStream.range(0, 4999).mapToObj(i -> "x".repeat(120) + i).toArray(String[]::new);
    Path file = directory.resolve("users.json");
    try (OpenStore store = OpenStore.at(file, 1L << 30)) {
      store.register("mallory", peers);
      store.register("ada");
      Stored last = Stored.DONE;
      int changes = 0;
      while (last == Stored.DONE) {
        last = changes++ % 2 == 0 ? store.add("mallory", "one") : store.delete("mallory", "one");
        assertTrue(changes < 5000, "it goes on and on");
      }
      assertEquals(Stored.TOO_FAST, last);
      assertEquals(Stored.DONE, store.add("ada", "bob"));
      long journal = Files.size(directory.resolve("users.json.journal"));
      assertTrue(journal < 2 * WriteLimit.AT_ONCE, "journal of " + journal);
      assertEquals(Set.of("bob"), Set.copyOf(store.peers("ada").orElseThrow()));
    }
  }
}
