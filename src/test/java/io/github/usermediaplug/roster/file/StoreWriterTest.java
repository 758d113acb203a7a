package io.github.usermediaplug.roster.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.roster.UserStore.Stored;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreWriterTest {

  private static final int PATIENCE = 20; // seconds

  @TempDir Path directory;
  private final Threads threads = new Threads();
  private final CountDownLatch busy = new CountDownLatch(1);
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private StoreFiles files;
  private StoreWriter writer;

  @BeforeEach
  void open() {
    threads.open();
    files = new StoreFiles(directory.toAbsolutePath().normalize());
    Map<String, List<String>> users = new ConcurrentHashMap<>();
    UsersOnDisk disk = UsersOnDisk.open(files.json(), 64 << 20);
    disk.read(users);
    writer = new StoreWriter(disk, users, Capacity.unlimited(), threads);
  }

  @AfterEach
  void stop() {
    threads.stop();
  }

  @Test
  void eachChangeThatComesAfterTheCloseIsRefused() throws Exception {
    writer.close();
    for (int i = 0; i < 3; i++) {
      assertEquals(Stored.UNAVAILABLE, outcome(submit(Change.register("a", List.of()))));
    }
  }

  @Test
  void eachChangeThatComesBesideTheCloseIsKeptOrRefused() throws Exception {
    List<CompletableFuture<Stored>> changes = new ArrayList<>();
    Thread others = new Thread(writer::close);
    for (int i = 0; i < 4000; i++) {
      changes.add(submit(Change.register("user" + i, List.of())));
      if (i == 2000) {
        others.start();
      }
    }
    others.join();
    Map<String, List<String>> kept = files.users();
    for (int i = 0; i < changes.size(); i++) {
      assertEquals(outcome(changes.get(i)) == Stored.DONE, kept.containsKey("user" + i));
    }
  }

  @Test
  void whoIsInterruptedWhileItClosesLeavesTheLockToTheWriter() throws Exception {
    CompletableFuture<Stored> underWay = submit(slow());
    busy.await();
    Thread.currentThread().interrupt();
    writer.close();
    assertTrue(Thread.interrupted());
    assertThrows(StoreRefusal.class, files::open);
    mayGoOn.countDown();
    assertEquals(Stored.DONE, outcome(underWay));
    openOnceItIsFree().close();
    assertEquals(Map.of("slow", List.of()), files.users());
  }

  @Test
  void manyLargeChangesAreNotOneLargeWrite() throws Exception {
    List<CompletableFuture<Stored>> changes = new ArrayList<>();
    changes.add(submit(slow()));
    busy.await();
    String id = "x".repeat(120);
    List<String> peers = IntStream.range(0, 2000).mapToObj(i -> id + i).toList();
    for (int i = 0; i < 40; i++) {
      changes.add(submit(Change.register("user" + i, peers)));
    }
    mayGoOn.countDown();
    for (CompletableFuture<Stored> change : changes) {
      assertEquals(Stored.DONE, outcome(change));
    }
    try (Stream<String> lines = Files.lines(files.journal())) {
      int longest = lines.mapToInt(String::length).max().orElseThrow();
      assertTrue(longest < 2 << 20, () -> "a line of " + longest);
    }
    writer.close();
    assertEquals(41, files.users().size());
  }

  private CompletableFuture<Stored> submit(Change change) {
    return writer.submit(change).toCompletableFuture();
  }

  private Change slow() {
    return new Change(
        "slow",
        peers -> {
          busy.countDown();
          awaitQuietly();
          return Change.Outcome.done(List.of());
        },
        new CompletableFuture<>());
  }

  private void awaitQuietly() {
    try {
      mayGoOn.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static Stored outcome(CompletableFuture<Stored> change) throws Exception {
    return change.get(PATIENCE, TimeUnit.SECONDS);
  }

  private OpenStore openOnceItIsFree() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (true) {
      try {
        return files.open();
      } catch (StoreRefusal stillHeld) {
        assertTrue(System.nanoTime() < deadline, stillHeld::getMessage);
        Thread.onSpinWait();
      }
    }
  }
}
