package io.github.usermediaplug.it.model;

import io.github.usermediaplug.it.host.InsideServlet;
import io.github.usermediaplug.it.process.Heap;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What is seen from within the server: the pair events, and what is left in its heap. */
final class Inside {
  /** Longer than a line whose end a container does not tell takes to be missed by its pings. */
  private static final long PATIENCE_NANOS = 90_000_000_000L;

  /** Of the server's pool, 16 for a processor on WildFly, and of the product's own. */
  private static final int THREADS = 40;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI root;

  Inside(URI root) {
    this.root = root;
  }

  /** Awaits the end of these pairs; each must have had one beginning and one end, as expected. */
  void holdsEvents(Map<String, String> ended) {
    Map<String, List<String>> expected = new TreeMap<>();
    ended.forEach(
        (id, reason) -> expected.put(id, List.of("paired " + id, "unpaired " + id + " " + reason)));
    Map<String, List<String>> seen =
        await(
            this::events,
            events ->
                events.keySet().containsAll(expected.keySet())
                    && expected.keySet().stream().allMatch(id -> events.get(id).size() > 1));
    Map<String, List<String>> ours = new TreeMap<>(seen);
    ours.keySet().retainAll(expected.keySet());
    equal(expected, ours, "pair events");
  }

  /** All pair events there were, by their pair. */
  Map<String, List<String>> events() {
    Map<String, List<String>> events = new TreeMap<>();
    get(InsideServlet.PAIRS)
        .lines()
        .forEach(
            line -> events.computeIfAbsent(line.split(" ")[1], id -> new ArrayList<>()).add(line));
    return events;
  }

  /**
   * Awaits that nothing of a session is left in the heap, of hundreds there were, but for what a
   * thread of a pool keeps: the stack it was begun from, were it that of a session. Of hundreds of
   * sessions, eight or nine remain so on a Payara that serves nothing else, and 25 were seen.
   */
  void isForgotten() {
    Map<String, Long> left =
        await(() -> Heap.of(get(InsideServlet.HEAP)).sessions(), Inside::isOfAFewThreads);
    if (!isOfAFewThreads(left)) {
      throw new AssertionError("objects left when all had gone: " + left);
    }
  }

  private static boolean isOfAFewThreads(Map<String, Long> left) {
    return left.values().stream().allMatch(count -> count <= THREADS);
  }

  private static void equal(Object expected, Object seen, String what) {
    if (!expected.equals(seen)) {
      throw new AssertionError(what + ": expected " + expected + ", but there are " + seen);
    }
  }

  /** What it is in the end, whether or not it came to fit. */
  private static <T> T await(Supplier<T> look, Predicate<T> fits) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    T seen = look.get();
    while (!fits.test(seen) && System.nanoTime() < deadline) {
      seen = look.get();
    }
    return seen;
  }

  private String get(String path) {
    try {
      URI uri = URI.create(root + path.substring(1));
      var response = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new AssertionError(uri + " answered " + response.statusCode() + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new AssertionError("no look inside", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
