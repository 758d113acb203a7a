package io.github.usermediaplug.roster.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.roster.UserStore.Stored;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldTest {

  @TempDir Path directory;
  private StoreFiles files;

  @BeforeEach
  void nameTheFiles() {
    files = new StoreFiles(directory.toAbsolutePath().normalize());
  }

  /** With changes while the fold is written, whose order tells, and some behind it. */
  @Test
  void aServerThatDiesBetweenAnyTwoStepsLosesNothing() throws IOException {
    Map<String, List<String>> users = new HashMap<>();
    try (UsersOnDisk disk = UsersOnDisk.open(files.json(), 0)) {
      disk.read(users);
      change(disk, users, "before", "a");
      change(disk, users, "twice", "a");
      Fold fold = disk.fold();
      change(disk, users, "meanwhile", "a");
      change(disk, users, "twice");
      change(disk, users, "twice", "a");
      change(disk, users, "twice", "a", "b");
      fold.write(users);
      change(disk, users, "behind", "a");
      change(disk, users, "twice", "b");
      StoreFiles died = files.copy();
      assertEquals(users, died.users(), "written");
      mayContinue(died, fold);
      assertEquals(users, died.users(), "the journal may continue either");
      Files.move(
          died.directory().resolve("users.json.fold"),
          died.json(),
          StandardCopyOption.REPLACE_EXISTING);
      assertEquals(users, died.users(), "the new file is in place");
      disk.finish(fold);
      assertEquals(users, files.copy().users(), "the journal has begun anew");
      change(disk, users, "later", "a");
      assertEquals(users, files.copy().users());
    }
  }

  @Test
  void theJournalStaysSmallHoweverManyChangesThereAre() throws IOException {
    try (OpenStore store = files.openThatFoldsOften()) {
      store.register("a");
      long written = 0;
      long line = JournalLine.after(JournalLine.Link.HEADER, "{\"a\":{}}").bytes().length;
      long largest = 0;
      for (int i = 0; i < 2000; i++) {
        store.add("a", "b");
        store.delete("a", "b");
        written += 2 * line;
        largest = Math.max(largest, Files.size(files.journal()));
      }
      assertTrue(largest < written / 2, largest + " of " + written + " bytes");
    }
  }

  @Test
  void afterOneThatFailedTheJournalGoesOnAndTheNextIsTriedWhenItHasDoubled() throws IOException {
    int users = 0;
    try (OpenStore store = files.openThatFoldsOften()) {
      Path obstacle = Files.createDirectory(directory.resolve("users.json.fold"));
      for (; users < 20; users++) {
        assertEquals(Stored.DONE, store.register("user" + users));
      }
      assertFalse(Files.exists(files.json()));
      Files.delete(obstacle);
      while (Files.notExists(files.json())) {
        assertEquals(Stored.DONE, store.register("user" + users++));
      }
    }
    assertEquals(users, files.users().size());
  }

  @Test
  void aJournalThatIsCutWhileAFoldIsWrittenLosesNothing() throws IOException {
    Map<String, List<String>> users = new HashMap<>();
    try (UsersOnDisk disk = UsersOnDisk.open(files.json(), 0)) {
      disk.read(users);
      change(disk, users, "before", "a");
      Fold fold = disk.fold();
      change(disk, users, "meanwhile", "a");
      fold.write(users);
      try (FileChannel journal = FileChannel.open(files.journal(), StandardOpenOption.WRITE)) {
        journal.truncate(journal.size() - 5);
      }
      assertThrows(IOException.class, () -> disk.finish(fold));
      disk.giveUp(fold);
      change(disk, users, "behind", "a");
      assertEquals(users, files.copy().users());
    }
  }

  /** What a fold has written may be all that was left of the disk. */
  @Test
  void oneThatIsNotPlacedLeavesNothingBehind() throws IOException {
    Map<String, List<String>> users = new HashMap<>();
    try (UsersOnDisk disk = UsersOnDisk.open(files.json(), 0)) {
      disk.read(users);
      change(disk, users, "a");
      Map<String, List<String>> unwritable =
          new TreeMap<>(Map.of("a", List.of("x".repeat(1 << 20))));
      unwritable.put("b", Arrays.asList((String) null));
      Fold failing = disk.fold();
      assertThrows(NullPointerException.class, () -> failing.write(unwritable));
      assertEquals(List.of("users.json.journal", "users.json.lock"), files.names());
      Fold outrun = disk.fold();
      outrun.write(users);
      Files.delete(files.journal());
      change(disk, users, "b");
      disk.finish(outrun);
      assertEquals(List.of("users.json", "users.json.journal", "users.json.lock"), files.names());
      assertEquals(users, files.copy().users());
    }
  }

  @Test
  void afterOneThatRanOutOfMemoryTheNextIsTried() throws Exception {
    AtomicBoolean scarce = new AtomicBoolean(true);
    Map<String, List<String>> users =
        new ConcurrentHashMap<>() {
          @Override
          public KeySetView<String, List<String>> keySet() {
            if (scarce.get()) {
              throw new OutOfMemoryError("as if");
            }
            return super.keySet();
          }
        };
    Threads threads = new Threads();
    threads.open();
    UsersOnDisk disk = UsersOnDisk.open(files.json(), 512);
    disk.read(users);
    StoreWriter writer = new StoreWriter(disk, users, Capacity.unlimited(), threads);
    for (int i = 0; i < 20; i++) {
      assertEquals(Stored.DONE, register(writer, "scarce" + i));
    }
    scarce.set(false);
    for (int i = 0; i < 1000 && Files.notExists(files.json()); i++) {
      assertEquals(Stored.DONE, register(writer, "plenty" + i));
    }
    assertTrue(Files.exists(files.json()));
    writer.close();
    threads.stop();
    assertEquals(users, files.users());
  }

  private static Stored register(StoreWriter writer, String user) throws Exception {
    return writer.submit(Change.register(user, List.of())).toCompletableFuture().get();
  }

  private static void change(
      UsersOnDisk disk, Map<String, List<String>> users, String user, String... peers)
      throws IOException {
    disk.commit(Map.of(user, JournalEntry.between(users.get(user), List.of(peers))), users);
    users.put(user, List.of(peers));
  }

  private static void mayContinue(StoreFiles died, Fold fold) throws IOException {
    Journal.Position end = Replay.of(died.journal()).end();
    try (Journal journal = Journal.resume(died.journal(), end, true)) {
      journal.mayContinue(fold.fingerprint(), fold.position());
    }
  }
}
