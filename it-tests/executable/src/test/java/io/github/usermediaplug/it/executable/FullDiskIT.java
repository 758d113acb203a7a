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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The operating system takes no more bytes. It is told to by a limit on the size of files, which
 * fails a write in its middle as a full disk does, and needs no rights to set.
 */
@ExtendWith(Transcript.class)
class FullDiskIT {
  private static final int WHILE_FULL = 5;

  @Test
  void nothingIsLostAndChangesAreTakenAgainWhenThereIsRoom() throws Exception {
    Data data = Data.fresh();
    User alice;
    User bob;
    try (ServerProcess server = ServerProcess.start(data.folder());
        Exchange exchange = server.exchange()) {
      alice = exchange.stranger("alice");
      bob = exchange.stranger("bob");
      alice.registers("before").ok();
      assumeTrue(limit(server, Files.size(journal(data)) + 20), "needs prlimit of util-linux");
      for (int i = 0; i < WHILE_FULL; i++) {
        alice.addsPeers("full" + i).refused("server-error");
      }
      bob.registers().refused("server-error");
      assertEquals(List.of("before"), alice.peers());
      alice.says("status", "status", "still here").ok();
      limit(server, Long.MAX_VALUE);
      alice.addsPeers("after").ok();
      assertEquals(1, count(server.output(), "could not be written; changes are refused"));
      assertEquals(1, count(server.output(), "could be written again"));
      server.kill();
    }
    try (ServerProcess server = ServerProcess.start(data.folder());
        Exchange exchange = server.exchange()) {
      User again = exchange.identified(alice.name());
      assertEquals(List.of("before", "after"), again.peers());
      exchange.identified(bob.name()).registers().ok();
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
}
