package io.github.usermediaplug.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.call.Inquiries;
import io.github.usermediaplug.call.Switchboard;
import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Patience;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.identity.Claim;
import io.github.usermediaplug.identity.Identity;
import io.github.usermediaplug.identity.Verdict;
import io.github.usermediaplug.limit.Crowd;
import io.github.usermediaplug.limit.Price;
import io.github.usermediaplug.pair.PairPipeline;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.policy.CallPolicy;
import io.github.usermediaplug.policy.Discretion;
import io.github.usermediaplug.policy.anyone.Anyone;
import io.github.usermediaplug.policy.peersonly.PeersOnly;
import io.github.usermediaplug.presence.Presence;
import io.github.usermediaplug.roster.Roster;
import io.github.usermediaplug.roster.UserStore;
import io.github.usermediaplug.socket.FakeSession;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
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
  private final Exchange exchange = new Exchange();
  private final Configuration configuration =
      Settings.of(Map.of("message-rate", "100000", "message-burst", "100000"));
  private final CountingStore store = new CountingStore();
  private final List<FakeSession> sessions = new ArrayList<>();
  private MetaDoor door;

  @AfterEach
  void stop() {
    threads.stop();
  }

  @ParameterizedTest(name = "{0} with {1} peers, each connected {2} times, hidden: {3}")
  @CsvSource({
    "status, 0, 0, false, 1",
    "status, 10, 1, false, 1",
    "status, 1500, 0, false, 1",
    "status, 1500, 1, false, 150",
    "status, 300, 5, false, 150",
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
    "add-peers, 5, 0, false, 1",
    "nonsense, 0, 0, false, 2",
    "whoami, 1, 1, true, 1"
  })
  void noneMakesFiftyTimesTheWorkOfAnother(
      String type, int peers, int connections, boolean hidden, long price) throws Exception {
    MetaConnection alice = open(peers, connections, hidden);
    prepare(alice, type);
    long reads = store.reads.get();
    long told = told();
    long bytes = bytes();
    String text = text(type);
    say(alice, text);
    double work =
        store.reads.get()
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
  void whatIsHiddenIsNotToldByThePrice() throws Exception {
    for (String type : List.of("status", "peers-online", "call")) {
      List<Long> prices = new ArrayList<>();
      for (int connections : new int[] {0, 1, 5}) {
        MetaConnection alice = open(40, connections, true);
        say(alice, text(type));
        prices.add(alice.work());
        threads.stop();
      }
      assertEquals(1, Set.copyOf(prices).size(), type + " costs " + prices);
    }
  }

  /** Alice is there, and so many peers of hers, who list her, so many times each. */
  private MetaConnection open(int peers, int connections, boolean hidden) throws Exception {
    sessions.clear();
    store.users.clear();
    threads.open();
    Patience patience = new Patience(threads);
    Roster roster = new Roster(store, configuration, patience);
    CallPolicy policy = hidden ? new PeersOnly(roster) : new Anyone();
    Discretion discretion = new Discretion(policy, patience, threads);
    Presence presence = new Presence(configuration);
    PairPipeline pipeline = new PairPipeline(nobodyObserves(), threads);
    Pairs pairs = new Pairs(exchange, threads, configuration, presence, pipeline);
    Switchboard switchboard = new Switchboard(exchange, threads, configuration, presence, pairs);
    Reception reception =
        new Reception(
            configuration,
            exchange,
            new Believing(),
            presence,
            roster,
            discretion,
            switchboard,
            pairs);
    Dispatcher dispatcher =
        new Dispatcher(
            exchange,
            reception,
            presence,
            roster,
            discretion,
            new Inquiries(roster, discretion),
            switchboard,
            pairs);
    door =
        new MetaDoor(
            exchange, threads, reception, dispatcher, configuration, new Crowd(configuration));
    door.open();
    List<String> names = IntStream.range(0, peers).mapToObj(i -> "peer" + i).toList();
    store.users.put(ALICE, names);
    names.forEach(name -> store.users.put(name, List.of(ALICE)));
    List<MetaConnection> all = new ArrayList<>();
    for (String name : names) {
      for (int i = 0; i < connections; i++) {
        all.add(arrive(name));
      }
    }
    MetaConnection alice = arrive(ALICE);
    all.add(alice);
    await(all);
    for (MetaConnection one : all) {
      one.text(message(one.user(), "status", "\"status\":\"here\""), true);
    }
    await(all);
    return alice;
  }

  private MetaConnection arrive(String name) {
    FakeSession session = new FakeSession();
    session.completesAtOnce = true;
    sessions.add(session);
    MetaConnection connection = door.admit(session.session);
    connection.text("{\"type\":\"whoami\",\"user\":\"" + name + "\"}", true);
    return connection;
  }

  /** What has to have happened before a message of this type makes sense. */
  private void prepare(MetaConnection alice, String type) throws Exception {
    if (Set.of("cancel", "signal", "long signal", "ticket", "unpair").contains(type)) {
      say(alice, text("call"));
    }
    if (Set.of("accept", "reject").contains(type)) {
      MetaConnection peer = connectionOf("peer0");
      say(peer, message("peer0", "call", "\"peer\":\"alice\""));
    }
    if (Set.of("ticket", "unpair").contains(type)) {
      say(connectionOf("peer0"), message("peer0", "accept", "\"peer\":\"alice\""));
    }
  }

  private MetaConnection connectionOf(String name) {
    return door.connections().stream()
        .filter(one -> one.user().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String text(String type) {
    return switch (type) {
      case "status" -> message(ALICE, type, "\"status\":\"" + "x".repeat(128) + "\"");
      case "long signal" ->
          message(ALICE, "signal", "\"peer\":\"peer0\",\"data\":\"" + "x".repeat(60_000) + "\"");
      case "signal" -> message(ALICE, type, "\"peer\":\"peer0\",\"data\":\"x\"");
      case "add-peers" -> message(ALICE, type, "\"peers\":[\"somebody\"]");
      case "nonsense" -> "x".repeat(64_000);
      default -> message(ALICE, type, "\"peer\":\"peer0\"");
    };
  }

  private static String message(String user, String type, String fields) {
    return "{\"type\":\"%s\",\"user\":\"%s\",%s}".formatted(type, user, fields);
  }

  private static void say(MetaConnection connection, String text) throws Exception {
    connection.text(text, true);
    await(List.of(connection));
  }

  private static void await(List<MetaConnection> connections) throws InterruptedException {
    for (MetaConnection each : connections) {
      while (!each.isIdle()) {
        Thread.sleep(1);
      }
    }
  }

  private long told() {
    return sessions.stream().mapToLong(session -> session.sent.size()).sum();
  }

  private long bytes() {
    return sessions.stream()
        .flatMap(session -> session.sent.stream())
        .mapToLong(String::length)
        .sum();
  }

  private static BeanManager nobodyObserves() {
    Event<?> event =
        proxy(Event.class, Map.of("fireAsync", CompletableFuture.completedStage("nobody")));
    return proxy(BeanManager.class, Map.of("resolveObserverMethods", Set.of(), "getEvent", event));
  }

  private static <T> T proxy(Class<T> type, Map<String, Object> results) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> results.get(method.getName())));
  }

  private static final class Believing implements Identity {
    @Override
    public Verdict judge(Claim claim) {
      return Verdict.ACCEPTED;
    }

    @Override
    public String mode() {
      return "believing";
    }

    @Override
    public boolean proves() {
      return true;
    }
  }

  private static final class CountingStore implements UserStore {
    private final Map<String, List<String>> users = new HashMap<>();
    private final AtomicLong reads = new AtomicLong();

    @Override
    public CompletionStage<Optional<List<String>>> peers(String user) {
      reads.incrementAndGet();
      return CompletableFuture.completedStage(Optional.ofNullable(users.get(user)));
    }

    @Override
    public CompletionStage<Boolean> lists(String user, String peer) {
      reads.incrementAndGet();
      return CompletableFuture.completedStage(users.getOrDefault(user, List.of()).contains(peer));
    }

    @Override
    public CompletionStage<Stored> register(String user, List<String> peers) {
      return CompletableFuture.completedStage(Stored.DONE);
    }

    @Override
    public CompletionStage<Stored> add(String user, List<String> peers, int limit) {
      return CompletableFuture.completedStage(Stored.DONE);
    }

    @Override
    public CompletionStage<Stored> delete(String user, List<String> peers) {
      return CompletableFuture.completedStage(Stored.DONE);
    }
  }
}
