package io.github.usermediaplug.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.limit.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The work that each type of message makes, counted and not timed: looks into the store,
 * connections that are told, and bytes; beside what it costs. The least that a message makes is a
 * reply, so of two of the same price none makes more than 50 times the work of the other.
 */
class CostTest {

  private static final String ALICE = "alice";
  private static final int MOST = 50;

  private final Threads threads = new Threads();
  private final Configuration configuration =
      Settings.of(Map.of("message-rate", "100000", "message-burst", "100000"));
  private Rooms rooms;

  @AfterEach
  void stop() {
    threads.stop();
  }

  @ParameterizedTest(name = "{0} with {1} peers, each connected {2} times, hidden: {3}")
  @CsvSource({
    "status, 0, 0, false, 1",
    "status, 10, 1, false, 1",
    "status, 1500, 0, false, 3",
    "status, 5000, 0, false, 10",
    "status, 1500, 1, false, 153",
    "status, 300, 5, false, 151",
    "status, 1500, 0, true, 300",
    "status, 1500, 1, true, 300",
    "status, 300, 5, true, 60",
    "peers-online, 10, 1, true, 1",
    "peers-online, 5000, 0, true, 500",
    "peers-online, 1500, 1, true, 151",
    "peers-online, 5000, 0, false, 10",
    "peers, 5, 0, false, 1",
    "peers, 5000, 0, false, 2",
    "call, 1, 1, false, 2",
    "call, 1, 5, true, 2",
    "call, 1, 0, true, 2",
    "cancel, 1, 5, false, 1",
    "accept, 1, 1, false, 20",
    "reject, 1, 5, false, 1",
    "unpair, 1, 5, false, 1",
    "ticket, 1, 1, false, 1",
    "signal, 1, 1, false, 1",
    "signal, 1, 5, false, 1",
    "long signal, 1, 1, false, 3",
    "long signal, 1, 5, false, 3",
    "refused long signal, 1, 1, false, 3",
    "add-peers, 5, 0, false, 1",
    "many add-peers, 5, 0, false, 3",
    "many del-peers, 5, 0, false, 3",
    "too many add-peers, 5, 0, false, 11",
    "nonsense, 0, 0, false, 2",
    "whoami, 1, 1, true, 1"
  })
  void noneMakesFiftyTimesTheWorkOfAnother(
      String type, int peers, int connections, boolean hidden, long price) {
    MetaConnection alice = open(peers, connections, hidden);
    prepare(alice, type);
    long reads = rooms.store.reads.get();
    long told = told();
    long bytes = bytes();
    String text = text(type);
    Rooms.say(alice, text);
    rooms.awaitAnnouncements();
    double work =
        rooms.store.reads.get()
            - reads
            + told()
            - told
            + (double) (bytes() - bytes + text.length()) / Price.BYTES_PER_UNIT;
    long paid = 1 + Price.surplus(alice.work());
    assertEquals(price, paid);
    assertTrue(work <= MOST * paid, () -> type + " makes " + work + " and costs " + paid);
  }

  /** Else the price would tell how many are there. */
  @Test
  void whatIsHiddenIsNotToldByThePrice() {
    for (String type : List.of("status", "peers-online", "call")) {
      List<Long> prices = new ArrayList<>();
      for (int connections : new int[] {0, 1, 5}) {
        MetaConnection alice = open(40, connections, true);
        Rooms.say(alice, text(type));
        prices.add(alice.work());
        threads.stop();
      }
      assertEquals(1, Set.copyOf(prices).size(), type + " costs " + prices);
    }
  }

  /** Alice is there, and so many peers of hers, who list her, so many times each. */
  private MetaConnection open(int peers, int connections, boolean hidden) {
    threads.open();
    rooms = new Rooms(threads, configuration, hidden);
    List<String> names = IntStream.range(0, peers).mapToObj(i -> "peer" + i).toList();
    rooms.befriend(ALICE, names);
    List<MetaConnection> all = new ArrayList<>();
    for (String name : names) {
      for (int i = 0; i < connections; i++) {
        all.add(rooms.arrive(name));
      }
    }
    MetaConnection alice = rooms.arrive(ALICE);
    all.add(alice);
    Rooms.await(all);
    for (MetaConnection one : all) {
      one.text(Rooms.message(one.user(), "status", "\"status\":\"here\""), true);
    }
    Rooms.await(all);
    rooms.awaitAnnouncements();
    return alice;
  }

  /** What has to have happened before a message of this type makes sense. */
  private void prepare(MetaConnection alice, String type) {
    if (Set.of("cancel", "signal", "long signal", "ticket", "unpair").contains(type)) {
      Rooms.say(alice, text("call"));
    }
    if (Set.of("accept", "reject").contains(type)) {
      MetaConnection peer = rooms.connectionOf("peer0");
      Rooms.say(peer, Rooms.message("peer0", "call", "\"peer\":\"alice\""));
    }
    if (Set.of("ticket", "unpair").contains(type)) {
      Rooms.say(
          rooms.connectionOf("peer0"), Rooms.message("peer0", "accept", "\"peer\":\"alice\""));
    }
  }

  private static String text(String type) {
    return switch (type) {
      case "status" -> Rooms.message(ALICE, type, "\"status\":\"" + "x".repeat(128) + "\"");
      case "long signal", "refused long signal" ->
          Rooms.message(
              ALICE, "signal", "\"peer\":\"peer0\",\"data\":\"" + "x".repeat(60_000) + "\"");
      case "signal" -> Rooms.message(ALICE, type, "\"peer\":\"peer0\",\"data\":\"x\"");
      case "add-peers" -> Rooms.message(ALICE, type, "\"peers\":[\"somebody\"]");
      case "many add-peers", "many del-peers" ->
          Rooms.message(ALICE, type.substring("many ".length()), "\"peers\":" + names(1000));
      case "too many add-peers" -> Rooms.message(ALICE, "add-peers", "\"peers\":" + names(5000));
      case "nonsense" -> "x".repeat(64_000);
      default -> Rooms.message(ALICE, type, "\"peer\":\"peer0\"");
    };
  }

  private static String names(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"p" + i + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private long told() {
    return rooms.sessions.values().stream().mapToLong(session -> session.sent.size()).sum();
  }

  private long bytes() {
    return rooms.sessions.values().stream()
        .flatMap(session -> session.sent.stream())
        .mapToLong(String::length)
        .sum();
  }
}
