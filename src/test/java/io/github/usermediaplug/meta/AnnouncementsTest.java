package io.github.usermediaplug.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.socket.FakeSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where it is hidden who is there, and telling them takes as long as the test wants. */
@Timeout(60)
class AnnouncementsTest {

  private static final int PEERS = 200;
  private static final String ALICE = "alice";

  private final Threads threads = new Threads();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<MetaConnection> peers = new ArrayList<>();
  private Rooms rooms;
  private MetaConnection alice;

  @BeforeEach
  void open() {
    threads.open();
    Map<String, String> nobodyOwes = Map.of("message-rate", "100000", "message-burst", "100000");
    rooms = new Rooms(threads, Settings.of(nobodyOwes), true);
    List<String> names = IntStream.range(0, PEERS).mapToObj(i -> "peer" + i).toList();
    rooms.befriend(ALICE, names);
    names.forEach(name -> peers.add(rooms.arrive(name)));
    alice = rooms.arrive(ALICE);
    peers.add(alice);
    Rooms.await(peers);
    peers.remove(alice);
  }

  @AfterEach
  void stop() {
    over.countDown();
    threads.stop();
  }

  @Test
  void neitherTheReplyNorWhatFollowsWaitsForThoseWhoAreTold() {
    session(peers.get(0)).duringSend = this::waitUntilOver;
    say("status", "busy");
    say("peers", "");
    say("status", "here");
    assertEquals(List.of("status", "peers", "status"), replies());
    over.countDown();
    rooms.awaitAnnouncements();
    peers.forEach(peer -> assertEquals("here", last(peer)));
  }

  @Test
  void eachIsToldTheStatusThatIsTheLast() {
    for (int i = 0; i < 10; i++) {
      say("status", "busy " + i);
    }
    rooms.awaitAnnouncements();
    peers.forEach(peer -> assertEquals("busy 9", last(peer)));
  }

  private void waitUntilOver() {
    try {
      over.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(String type, String status) {
    Rooms.say(alice, Rooms.message(ALICE, type, "\"tx\":1,\"status\":\"" + status + "\""));
  }

  private List<String> replies() {
    return List.copyOf(session(alice).sent).stream()
        .filter(text -> text.contains("\"tx\":1"))
        .map(text -> text.replaceAll(".*\"for\":\"([a-z]*)\".*", "$1"))
        .toList();
  }

  /** The last status that one was told. */
  private String last(MetaConnection peer) {
    return List.copyOf(session(peer).sent).stream()
        .filter(text -> text.contains("\"status\":"))
        .reduce("", (before, text) -> text)
        .replaceAll(".*\"status\":\"([^\"]*)\".*", "$1");
  }

  private FakeSession session(MetaConnection of) {
    return rooms.sessions.get(of);
  }
}
