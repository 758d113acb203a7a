package io.github.usermediaplug.it.executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.process.ServerProcess;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever registers name after name with long lists leaves a server of 256 MiB its memory. */
@ExtendWith(Transcript.class)
class FullMemoryIT {
  private static final int IDS_AT_ONCE = 500;
  private static final int MOST_IDS = 5000;

  @Test
  void theStoreIsFullBeforeTheMemoryIs() throws Exception {
    Data data = Data.fresh();
    List<User> filling = new ArrayList<>();
    User ada;
    try (ServerProcess server = ServerProcess.start(data.folder(), Map.of());
        Exchange exchange = server.exchange()) {
      ada = exchange.user("ada");
      User bob = exchange.user("bob");
      var call = exchange.pair(ada, bob).connect();
      while (filling.isEmpty() || isFilled(filling.get(filling.size() - 1))) {
        assertTrue(filling.size() < 200, "the store takes more than there is memory for");
        filling.add(exchange.stranger("filling"));
        filling.get(filling.size() - 1).registers();
        call.talk();
      }
      ada.deletesPeers("nobody").ok();
      ada.sets("still here").ok();
      assertTrue(
          Files.size(data.storeFile()) > 1 << 20, "the journal was never folded into the file");
      server.kill();
      assertFalse(server.output().contains("OutOfMemoryError"), server::output);
    }
    try (ServerProcess server = ServerProcess.start(data.folder(), Map.of());
        Exchange exchange = server.exchange()) {
      assertEquals(MOST_IDS, exchange.identified(filling.get(0).name()).peers().size());
      exchange.identified(ada.name()).registers().refused("user-exists");
      exchange.pair(exchange.user("carol"), exchange.user("dave")).connect().talk();
    }
  }

  /** Whether all its peers were taken; otherwise the store is full. */
  private static boolean isFilled(User user) {
    for (int from = 0; from < MOST_IDS; from += IDS_AT_ONCE) {
      var reply = user.addsPeers(ids(from));
      if (!reply.isOk()) {
        reply.refused("too-large");
        return false;
      }
    }
    return true;
  }

  private static List<String> ids(int from) {
    return IntStream.range(from, from + IDS_AT_ONCE).mapToObj(i -> "x".repeat(115) + i).toList();
  }
}
