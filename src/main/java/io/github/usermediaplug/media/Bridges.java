package io.github.usermediaplug.media;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.log.LimitLog;
import io.github.usermediaplug.pair.Pair;
import io.github.usermediaplug.pair.Paired;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.pair.UnpairReason;
import io.github.usermediaplug.pair.Unpaired;
import io.github.usermediaplug.socket.MemoryBudget;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * The bridges that stand: one for each pair, put up by {@link Paired} and taken down by {@link
 * Unpaired}. Any thread may call it.
 */
@ApplicationScoped
public class Bridges {

  private static final Duration SWEEP = Duration.ofSeconds(1);

  private static final Logger LOG = Logger.getLogger(Bridges.class.getName());

  /** Before any observer of a host: a slow one then holds up neither bridge nor close. */
  private static final int FIRST = 0;

  private final Map<String, Bridge> standing = new ConcurrentHashMap<>();
  private final Threads threads;
  private final Pairs pairs;
  private final Duration mediaTimeout;
  private final Duration stallTimeout;
  private final Terms terms;

  /** For the client proxy only. */
  protected Bridges() {
    this.threads = null;
    this.pairs = null;
    this.mediaTimeout = null;
    this.stallTimeout = null;
    this.terms = null;
  }

  /** Bridges for these pairs; all together they keep a quarter of the heap at most. */
  @Inject
  public Bridges(Threads threads, Pairs pairs, Configuration configuration) {
    this.threads = threads;
    this.pairs = pairs;
    this.mediaTimeout = configuration.get(Key.MEDIA_TIMEOUT);
    this.stallTimeout = configuration.get(Key.STALL_TIMEOUT);
    LimitLog evictions =
        new LimitLog(
            LOG,
            "The memory for media that clients do not read is used up; a pair is ended, the last"
                + " with media of %s");
    this.terms =
        new Terms(
            threads,
            new MemoryBudget(
                Runtime.getRuntime().maxMemory() / 4,
                configuration.get(Key.MEDIA_BACKLOG),
                who -> evictions.met(who.toString())),
            configuration.get(Key.WINDOW),
            configuration.get(Key.GRACE));
  }

  /** Begins to look after users that take nothing. */
  void watch() {
    threads.every(SWEEP, this::endStalled);
  }

  Terms terms() {
    return terms;
  }

  Optional<Bridge> of(Pair pair) {
    return Optional.ofNullable(standing.get(pair.id()));
  }

  void putUp(@Observes @Priority(FIRST) Paired event) {
    Bridge bridge = new Bridge(event.pair(), terms, pairs);
    standing.put(event.pair().id(), bridge);
    if (!mediaTimeout.isZero()) {
      awaitBoth(bridge);
    }
  }

  void takeDown(@Observes @Priority(FIRST) Unpaired event) {
    Bridge bridge = standing.remove(event.pair().id());
    if (bridge != null) {
      bridge.takeDown(event.reason());
    }
  }

  /** The time runs anew while other observers keep the users from being told to connect. */
  private void awaitBoth(Bridge bridge) {
    threads.after(
        mediaTimeout,
        () -> {
          if (bridge.isBridged()) {
            return;
          }
          if (pairs.isDialled(bridge.pair())) {
            pairs.end(bridge.pair(), UnpairReason.MEDIA_TIMEOUT);
          } else if (standing.containsValue(bridge)) {
            awaitBoth(bridge);
          }
        });
  }

  private void endStalled() {
    standing.values().stream()
        .filter(bridge -> bridge.stalledNanos() > stallTimeout.toNanos())
        .forEach(bridge -> pairs.end(bridge.pair(), UnpairReason.SLOW_CONSUMER));
  }
}
