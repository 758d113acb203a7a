package io.github.usermediaplug.meta;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.usermediaplug.call.Inquiries;
import io.github.usermediaplug.call.Switchboard;
import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Patience;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.identity.Claim;
import io.github.usermediaplug.identity.Identity;
import io.github.usermediaplug.identity.Verdict;
import io.github.usermediaplug.limit.Crowd;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** The door {@code /meta} and all rooms behind it, over a store in memory and sessions of tests. */
final class Rooms {

  final CountingStore store = new CountingStore();
  final Map<MetaConnection, FakeSession> sessions = new ConcurrentHashMap<>();
  final MetaDoor door;
  private final Announcements announcements;
  private final Exchange exchange = new Exchange();

  Rooms(Threads threads, Configuration configuration, boolean hidden) {
    Patience patience = new Patience(threads);
    Roster roster = new Roster(store, configuration, patience);
    CallPolicy policy = hidden ? new PeersOnly(roster) : new Anyone();
    Discretion discretion = new Discretion(policy, patience, threads);
    Presence presence = new Presence(configuration);
    PairPipeline pipeline = new PairPipeline(nobodyObserves(), threads);
    Pairs pairs = new Pairs(exchange, threads, configuration, presence, pipeline);
    Switchboard switchboard = new Switchboard(exchange, threads, configuration, presence, pairs);
    Departures departures =
        new Departures(configuration, exchange, threads, presence, roster, discretion);
    Reception reception =
        new Reception(
            exchange, new Believing(), presence, departures, discretion, switchboard, pairs);
    announcements = new Announcements(exchange, threads, presence);
    Dispatcher dispatcher =
        new Dispatcher(
            exchange,
            reception,
            departures,
            announcements,
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
  }

  /** A user has these peers, and is a peer of theirs. */
  void befriend(String user, List<String> peers) {
    store.users.put(user, peers);
    peers.forEach(peer -> store.users.put(peer, List.of(user)));
  }

  MetaConnection arrive(String name) {
    FakeSession session = new FakeSession();
    session.completesAtOnce = true;
    session.properties.put("io.github.usermediaplug.admitted", true);
    MetaConnection connection = door.admit(session.session);
    sessions.put(connection, session);
    connection.text("{\"type\":\"whoami\",\"user\":\"" + name + "\"}", true);
    return connection;
  }

  MetaConnection connectionOf(String name) {
    return door.connections().stream()
        .filter(one -> one.user().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Waits until all have been told every status. */
  void awaitAnnouncements() {
    await(announcements::isIdle);
  }

  static String message(String user, String type, String fields) {
    return "{\"type\":\"%s\",\"user\":\"%s\",%s}".formatted(type, user, fields);
  }

  /** Says something, and waits until it has been handled, unless it waits for a debt. */
  static void say(MetaConnection connection, String text) {
    connection.text(text, true);
    await(List.of(connection));
  }

  static void await(Collection<MetaConnection> connections) {
    for (MetaConnection each : connections) {
      await(each::isIdle);
    }
  }

  /** Until then, or the end of the test's time. */
  static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      assertFalse(Thread.interrupted(), "it takes too long");
      Thread.onSpinWait();
    }
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

  static final class CountingStore implements UserStore {
    final Map<String, List<String>> users = new HashMap<>();
    final AtomicLong reads = new AtomicLong();

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
