package io.github.usermediaplug.launcher;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * The connections on which a request has still to come, whole or in part, and since when. A
 * connection with bytes that the server has not looked at yet waits for the server, not for its
 * client, and is not among those that may be ended. Any thread may call it.
 *
 * @param <C> a connection
 */
final class UnfinishedRequests<C> {

  private static final class Request<C> {
    final C connection;
    final Object address;
    final long number;
    long since;
    int unseenEvents;

    Request(C connection, Object address, long number, long since) {
      this.connection = connection;
      this.address = address;
      this.number = number;
      this.since = since;
    }
  }

  private final LongSupplier clock;
  private final Comparator<Request<C>> eldestFirst;

  // All that follows is guarded by this.
  private final Map<C, Request<C>> all = new HashMap<>();
  private final Map<Object, NavigableSet<Request<C>>> ofClients = new LinkedHashMap<>();
  private long number;

  /** By a clock of nanoseconds. */
  UnfinishedRequests(LongSupplier clock) {
    this.clock = clock;
    // The clock may begin with any number, and wrap around.
    long origin = clock.getAsLong();
    this.eldestFirst =
        Comparator.<Request<C>>comparingLong(request -> request.since - origin)
            .thenComparing(comparingLong(request -> request.number));
  }

  /** A connection was opened. */
  synchronized void opened(C connection, Object address) {
    Request<C> request = new Request<>(connection, address, number++, clock.getAsLong());
    all.put(connection, request);
    add(request);
  }

  /** Bytes have come on it, or its end. */
  synchronized void received(C connection) {
    Request<C> request = all.get(connection);
    if (request != null && request.unseenEvents++ == 0) {
      remove(request);
    }
  }

  /** What had come was looked at, and is no whole request. */
  synchronized void isStillAwaited(C connection) {
    Request<C> request = all.get(connection);
    if (request != null && request.unseenEvents > 0 && --request.unseenEvents == 0) {
      add(request);
    }
  }

  /** A request was answered, and another one may follow. */
  synchronized void nextIsAwaited(C connection) {
    Request<C> request = all.get(connection);
    if (request != null && request.unseenEvents > 0) {
      request.since = clock.getAsLong();
      isStillAwaited(connection);
    }
  }

  /** It has ended, or has become something that sends no more requests. */
  synchronized void forget(C connection) {
    Request<C> request = all.remove(connection);
    if (request != null && request.unseenEvents == 0) {
      remove(request);
    }
  }

  /** Of the address that keeps most waiting, the one that has waited longest. */
  synchronized Optional<C> eldestOfTheMost() {
    return ofClients.values().stream()
        .max(comparingInt(NavigableSet::size))
        .map(most -> most.first().connection);
  }

  /** Those that have waited for longer than so many nanoseconds. */
  synchronized List<C> longerThan(long nanos) {
    long now = clock.getAsLong();
    List<C> late = new ArrayList<>();
    for (NavigableSet<Request<C>> requests : ofClients.values()) {
      requests.stream()
          .takeWhile(request -> now - request.since > nanos)
          .forEach(request -> late.add(request.connection));
    }
    return late;
  }

  private void add(Request<C> request) {
    ofClients.computeIfAbsent(request.address, first -> new TreeSet<>(eldestFirst)).add(request);
  }

  private void remove(Request<C> request) {
    ofClients.computeIfPresent(
        request.address,
        (address, requests) -> {
          requests.remove(request);
          return requests.isEmpty() ? null : requests;
        });
  }
}
