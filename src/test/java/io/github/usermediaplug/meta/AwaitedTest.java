package io.github.usermediaplug.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.exchange.Threads;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user can say that owes for nine seconds. */
@Timeout(60)
class AwaitedTest {

  private static final String ALICE = "alice";
  private static final String BOB = "peer0";

  private final Threads threads = new Threads();

  @AfterEach
  void stop() {
    threads.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "accept, true",
    "reject, true",
    "cancel, true",
    "unpair, true",
    "ticket, false",
    "call, false",
    "peers, false",
    "status, false",
    "signal, false"
  })
  void whatAnotherWaitsForIsHandledAtOnce(String type, boolean atOnce) {
    threads.open();
    Map<String, String> settings = Map.of("message-rate", "1", "message-burst", "12");
    Rooms rooms = new Rooms(threads, Settings.of(settings), false);
    List<String> names = IntStream.range(0, 100).mapToObj(i -> "peer" + i).toList();
    rooms.befriend(ALICE, names);
    names.forEach(rooms::arrive);
    MetaConnection alice = rooms.arrive(ALICE);
    MetaConnection bob = rooms.connectionOf(BOB);
    say(bob, "status");
    say(alice, "status");
    boolean called = type.equals("accept") || type.equals("reject");
    say(called ? bob : alice, "call");
    if (type.equals("unpair")) {
      say(bob, "accept");
    } else {
      say(alice, "status");
    }
    say(alice, type, "last");
    String reply = "{\"type\":\"res\",\"for\":\"" + type + "\",\"ok\":true,\"tx\":\"last\"}";
    List<String> told = List.copyOf(rooms.sessions.get(alice).sent);
    assertEquals(atOnce, told.contains(reply), told::toString);
  }

  private static void say(MetaConnection by, String type) {
    say(by, type, "first");
  }

  private static void say(MetaConnection by, String type, String mark) {
    String peer = by.user().equals(ALICE) ? BOB : ALICE;
    String fields = "\"peer\":\"%s\",\"status\":\"here\",\"data\":\"\",\"tx\":\"%s\"";
    Rooms.say(by, Rooms.message(by.user(), type, fields.formatted(peer, mark)));
  }
}
