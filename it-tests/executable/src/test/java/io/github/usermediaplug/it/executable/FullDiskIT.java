package io.github.usermediaplug.it.executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The operating system takes no more bytes: told to by a limit on the size of files, which fails a
 * write in its middle as a full disk does, and needs no rights to set; or by a small file system.
 */
@ExtendWith(Transcript.class)
class FullDiskIT {
  private static final int WHILE_FULL = 5;

  /**
   * A file system that is full still has room behind the end of a file, to the end of its block.
   */
  private static final String[] MORE_THAN_A_BLOCK =
      IntStream.range(0, 100).mapToObj(i -> "full".repeat(25) + i).toArray(String[]::new);

  @Test
  void nothingIsLostAndChangesAreTakenAgainWhenThereIsRoom() throws Exception {
    Data data = Data.fresh();
    List<User> both;
    try (ServerProcess server = ServerProcess.start(data.folder());
        Exchange exchange = server.exchange()) {
      User alice = exchange.stranger("alice");
      alice.registers("before").ok();
      assumeTrue(limit(server, Files.size(journal(data)) + 20), "needs prlimit of util-linux");
      both = assertRefusedUntil(() -> limit(server, Long.MAX_VALUE), alice, exchange, server);
    }
    try (ServerProcess server = ServerProcess.start(data.folder())) {
      assertKept(both, server);
    }
  }

  @Test
  void noMoreIsItOnAFileSystemThatIsFull() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted()) {
      List<User> both;
      try (ServerProcess server = disk.server();
          Exchange exchange = server.exchange()) {
        User alice = exchange.stranger("alice");
        alice.registers("before").ok();
        disk.fill();
        both = assertRefusedUntil(disk::makeRoom, alice, exchange, server);
      }
      try (ServerProcess server = disk.server()) {
        assertKept(both, server);
      }
    }
  }

  @Test
  void norInADirectoryThatIsReadOnlyForAWhile() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted()) {
      String name;
      try (ServerProcess server = disk.server();
          Exchange exchange = server.exchange()) {
        User alice = exchange.stranger("alice");
        alice.registers("before").ok();
        name = alice.name();
        server.stop();
      }
      List<User> both;
      try (ServerProcess server = disk.server();
          Exchange exchange = server.exchange()) {
        User alice = exchange.identified(name);
        disk.makeReadOnly();
        both = assertRefusedUntil(disk::makeWritable, alice, exchange, server);
        assertTrue(server.output().contains("Read-only file system"), server::output);
      }
      try (ServerProcess server = disk.server()) {
        assertKept(both, server);
      }
    }
  }

  @Test
  void aServerStoppedWhileItIsFullKeepsAllThatWasAcknowledged() throws Exception {
    Data data = Data.fresh();
    User alice;
    try (ServerProcess server = ServerProcess.start(data.folder());
        Exchange exchange = server.exchange()) {
      alice = exchange.stranger("alice");
      alice.registers("before").ok();
      assumeTrue(limit(server, 20), "needs prlimit of util-linux");
      alice.addsPeers("full").refused("server-error");
      server.stop();
      assertTrue(server.output().contains("keep both"), server::output);
    }
    try (ServerProcess server = ServerProcess.start(data.folder());
        Exchange exchange = server.exchange()) {
      assertEquals(List.of("before"), exchange.identified(alice.name()).peers());
    }
  }

  /** Refused meanwhile, taken from then on; the server is killed after that. */
  private static List<User> assertRefusedUntil(
      Relief relief, User alice, Exchange exchange, ServerProcess server) throws Exception {
    User bob = exchange.stranger("bob");
    for (int i = 0; i < WHILE_FULL; i++) {
      alice.addsPeers(MORE_THAN_A_BLOCK).refused("server-error");
    }
    bob.registers(MORE_THAN_A_BLOCK).refused("server-error");
    assertEquals(List.of("before"), alice.peers());
    alice.says("status", "status", "still here").ok();
    relief.comes();
    alice.addsPeers("after").ok();
    server.kill();
    assertEquals(1, count(server.output(), "could not be written; changes are refused"));
    assertEquals(1, count(server.output(), "could be written again"));
    return List.of(alice, bob);
  }

  private static void assertKept(List<User> both, ServerProcess server) {
    try (Exchange exchange = server.exchange()) {
      User again = exchange.identified(both.get(0).name());
      assertEquals(List.of("before", "after"), again.peers());
      exchange.identified(both.get(1).name()).registers().ok();
    }
  }

  private static Path journal(Data data) {
    return data.folder().resolve("users.json.journal");
  }

  private static boolean limit(ServerProcess server, long bytes) throws Exception {
    String soft = bytes == Long.MAX_VALUE ? "unlimited" : Long.toString(bytes);
    try {
      return new ProcessBuilder(
                  "prlimit", "--pid", Long.toString(server.pid()), "--fsize=" + soft + ":unlimited")
              .inheritIO()
              .start()
              .waitFor()
          == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  private static int count(String text, String what) {
    return text.split(what, -1).length - 1;
  }

  private interface Relief {
    void comes() throws Exception;
  }
}
