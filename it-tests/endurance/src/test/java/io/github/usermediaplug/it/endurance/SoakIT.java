package io.github.usermediaplug.it.endurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.process.Heap;
import io.github.usermediaplug.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A crowd that calls, talks, comes and goes in every way there is, for {@code -Dsoak.minutes}. Now
 * and then all leave, and the server must be what it was: nothing of a session in its heap, and
 * heap, threads and handles as they were when the first crowd had left.
 */
@ExtendWith(Transcript.class)
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
class SoakIT {
  private static final double MINUTES = Double.parseDouble(System.getProperty("soak.minutes", "3"));
  private static final long SEED =
      Long.getLong("soak.seed", ThreadLocalRandom.current().nextLong());
  private static final int CROWD = 24;
  private static final int ROUNDS = (int) Math.max(5, MINUTES / 5);
  private static final Duration ROUND =
      Duration.ofMillis((long) (MINUTES * 60_000 * 0.93 / ROUNDS));

  /**
   * So many threads, handles or objects more may be chance; what is lost again and again is more.
   */
  private static final int MORE = 16;

  private static final Duration TO_FORGET = Duration.ofMinutes(2);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "USER_MEDIA_PLUG_RING_TIMEOUT", "2s",
          "USER_MEDIA_PLUG_GRACE", "2s",
          "USER_MEDIA_PLUG_MEDIA_TIMEOUT", "5s",
          // Who fell silent is missed within three of them, and waits for that before its whoami.
          "USER_MEDIA_PLUG_PING_INTERVAL", "8s",
          "USER_MEDIA_PLUG_WHOAMI_TIMEOUT", "1m");

  private final Tally tally = new Tally();
  private final Set<String> met = new TreeSet<>();

  @Test
  void isTheSameAfterwards() throws Exception {
    System.out.printf("soak: %.1f minutes, -Dsoak.seed=%d%n", MINUTES, SEED);
    List<String> crowd = IntStream.range(0, CROWD).mapToObj(i -> "user-" + i).toList();
    Path data = Path.of("target", "data", UUID.randomUUID().toString()).toAbsolutePath();
    try (ServerProcess server = ServerProcess.start(Files.createDirectories(data), SETTINGS)) {
      register(crowd, server);
      PairLog pairs = new PairLog(server.log());
      List<Sample> quiet = new ArrayList<>();
      for (int round = 1; round <= ROUNDS; round++) {
        quiet.add(round(round, crowd, server, pairs));
      }
      System.out.println("soak: " + tally);
      holdsEverything();
      isFlat(quiet.get(0), awaitIdleThreadsGone(server, quiet.get(0)));
    }
  }

  private static void register(List<String> crowd, ServerProcess server) {
    try (Exchange exchange = server.exchange()) {
      crowd.forEach(name -> exchange.identified(name).registers(crowd.toArray(String[]::new)).ok());
    }
  }

  private Sample round(int round, List<String> crowd, ServerProcess server, PairLog pairs)
      throws Exception {
    List<Participant> all =
        IntStream.range(0, CROWD)
            .mapToObj(
                i ->
                    new Participant(
                        crowd.get(i),
                        crowd,
                        server.root(),
                        new Random(SEED + 1000L * round + i),
                        tally))
            .toList();
    takePart(all, server, round);
    Sample sample = awaitForgotten(server);
    all.forEach(Participant::tidyUp);
    pairs.read();
    assertEquals(List.of(), List.copyOf(pairs.living()), "pairs without an end");
    print(round, "all have left:    " + sample + ", " + pairs.ended() + " pairs so far");
    return sample;
  }

  private void takePart(List<Participant> all, ServerProcess server, int round) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    AtomicBoolean over = new AtomicBoolean();
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (Participant each : all) {
        Callable<Void> part =
            () -> {
              try {
                each.takePart(over::get);
                return null;
              } finally {
                // Who fails ends the round for all.
                over.set(true);
              }
            };
        running.add(threads.submit(part));
      }
      long end = System.nanoTime() + ROUND.toNanos();
      synchronized (over) {
        while (!over.get() && System.nanoTime() < end) {
          over.wait(200);
        }
      }
      if (!over.get()) {
        Sample sample = Sample.of(server);
        met.addAll(sample.heap().sessions().keySet());
        print(round, "in the thick of it: " + sample);
      }
      over.set(true);
      for (Future<Void> each : running) {
        each.get();
      }
    } finally {
      over.set(true);
      threads.shutdownNow();
    }
  }

  /** Lines that fell silent too are missed by then, though their cables still hang there. */
  private static Sample awaitForgotten(ServerProcess server) throws IOException {
    long deadline = System.nanoTime() + TO_FORGET.toNanos();
    Sample sample = Sample.of(server);
    while (!sample.heap().sessions().isEmpty() && System.nanoTime() < deadline) {
      sample = Sample.of(server);
    }
    assertEquals(Map.of(), sample.heap().sessions(), "left in the heap when all had gone");
    return sample;
  }

  /** A container lets threads go that it did not need for a minute. */
  private static Sample awaitIdleThreadsGone(ServerProcess server, Sample first)
      throws IOException {
    long deadline = System.nanoTime() + TO_FORGET.toNanos();
    Sample sample = Sample.of(server);
    while (sample.threads() > first.threads() + MORE && System.nanoTime() < deadline) {
      sample = Sample.of(server);
    }
    return sample;
  }

  /** It was a mixed load indeed. */
  private void holdsEverything() {
    for (String what :
        List.of(
            "told call",
            "told accept",
            "told reject",
            "told cancel",
            "told cancel timeout",
            "told cancel offline",
            "told unpair",
            "told signal",
            "told force-call",
            "media KiB",
            "closed",
            "cut",
            "taken over",
            "fell silent")) {
      assertTrue(tally.of(what) > 0, () -> "nobody was " + what + ": " + tally);
    }
    // Or what is looked for when all have left goes by another name.
    assertTrue(met.containsAll(Heap.SESSION), () -> "of " + Heap.SESSION + " only " + met);
  }

  private static void isFlat(Sample first, Sample last) {
    String both = "%n  first: %s%n  last:  %s".formatted(first, last);
    assertTrue(last.heap().bytes() < first.heap().bytes() * 1.1 + (1 << 20), "heap" + both);
    assertTrue(last.rss() < first.rss() * 1.25 + (64 << 20), "resident memory" + both);
    assertTrue(last.threads() <= first.threads() + MORE, "threads" + both);
    assertTrue(last.handles() <= first.handles() + MORE, "handles" + both);
    Map<String, Long> before = first.heap().ours();
    last.heap()
        .ours()
        .forEach(
            (name, count) ->
                assertTrue(
                    count <= before.getOrDefault(name, 0L) + MORE,
                    () -> name + ": " + before.get(name) + " became " + count));
  }

  private static void print(int round, String what) {
    System.out.printf("soak round %2d of %d, %s%n", round, ROUNDS, what);
  }
}
