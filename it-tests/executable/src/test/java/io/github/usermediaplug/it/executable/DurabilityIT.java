package io.github.usermediaplug.it.executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.process.ServerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was answered ok is there after the server was killed, however busy it was. */
@ExtendWith(Transcript.class)
class DurabilityIT {
  private static final int USERS = 8;
  private static final int KILLS = Integer.getInteger("crash.rounds", 10);

  /** So that the journal is folded into the JSON file again and again while the server dies. */
  private static final Map<String, String> FOLDS_OFTEN =
      Map.of("USER_MEDIA_PLUG_STORE_JOURNAL", "2KiB");

  @Test
  void everyAcknowledgedChangeSurvivesAKill() throws Exception {
    long seed = ThreadLocalRandom.current().nextLong();
    Transcript.note("seed " + seed);
    Random random = new Random(seed);
    Data data = Data.fresh();
    List<Diary> all = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      int acknowledgements = 1 + random.nextInt(USERS * Diary.CHANGES * 2 / 3);
      all.addAll(readThenWriteUntilKilled(data, all, acknowledgements, "seed " + seed));
    }
    readThenWriteUntilKilled(data, all, 1, "seed " + seed);
  }

  /** All that was written before is there; then new users change what they can until a kill. */
  private static List<Diary> readThenWriteUntilKilled(
      Data data, List<Diary> before, int acknowledgements, String seed) throws Exception {
    try (ServerProcess server = ServerProcess.start(data.folder(), FOLDS_OFTEN);
        Exchange exchange = server.exchange()) {
      for (Diary diary : before) {
        diary.assertKept(exchange, seed);
      }
      CountDownLatch enough = new CountDownLatch(acknowledgements);
      List<Diary> diaries =
          Stream.generate(() -> new Diary(exchange.stranger("user"), enough)).limit(USERS).toList();
      AtOnce.all(actions(diaries, enough, server));
      return diaries;
    }
  }

  private static List<Callable<Void>> actions(
      List<Diary> diaries, CountDownLatch enough, ServerProcess server) {
    List<Callable<Void>> actions = new ArrayList<>();
    for (Diary diary : diaries) {
      actions.add(diary::write);
      actions.add(diary::countReplies);
    }
    actions.add(
        () -> {
          enough.await();
          server.kill();
          return null;
        });
    return actions;
  }

  @Test
  void whatIsStoppedInOrderIsThereToo() throws Exception {
    Data data = Data.fresh();
    User alice;
    try (ServerProcess server = ServerProcess.start(data.folder());
        Exchange exchange = server.exchange()) {
      alice = exchange.stranger("alice");
      alice.registers("bob", "carol").ok();
      alice.deletesPeers("bob").ok();
      server.stop();
      alice.meta().isClosedWith(1001);
    }
    try (ServerProcess server = ServerProcess.start(data.folder());
        Exchange exchange = server.exchange()) {
      User again = exchange.identified(alice.name());
      assertEquals(List.of("carol"), again.peers());
      again.registers().refused("user-exists");
      assertTrue(again.addsPeers("bob").isOk());
    }
  }
}
