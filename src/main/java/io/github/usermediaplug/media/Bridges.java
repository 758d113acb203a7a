package io.github.usermediaplug.media;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.pair.Pair;
import io.github.usermediaplug.pair.Paired;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.pair.Unpaired;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bridges that stand: one for each pair, put up by {@link Paired} and taken down by {@link
 * Unpaired}. Any thread may call it.
 */
@ApplicationScoped
public class Bridges {

  private static final Duration SWEEP = Duration.ofSeconds(1);

  private final Map<String, Bridge> standing = new ConcurrentHashMap<>();
  private final Threads threads;
  private final Pairs pairs;
  private final Duration mediaTimeout;
  private final Terms terms;

  /** For the client proxy only. */
  protected Bridges() {
    this.threads = null;
    this.pairs = null;
    this.mediaTimeout = null;
    this.terms = null;
  }

  /** Bridges for these pairs; all together they keep a quarter of the heap at most. */
  @Inject
  public Bridges(Threads threads, Pairs pairs, Configuration configuration) {
    this.threads = threads;
    this.pairs = pairs;
    this.mediaTimeout = configuration.get(Key.MEDIA_TIMEOUT);
    this.terms =
        new Terms(
            threads,
            new Backlogs(
                Runtime.getRuntime().maxMemory() / 4, configuration.get(Key.MEDIA_BACKLOG)),
            configuration.get(Key.WINDOW),
            configuration.get(Key.GRACE),
            configuration.get(Key.STALL_TIMEOUT));
  }

  /** Begins to look after users that take nothing. */
  void watch() {
    threads.every(SWEEP, () -> standing.values().forEach(Bridge::checkStalled));
  }

  Terms terms() {
    return terms;
  }

  Optional<Bridge> of(Pair pair) {
    return Optional.ofNullable(standing.get(pair.id()));
  }

  void putUp(@Observes Paired event) {
    Bridge bridge = new Bridge(event.pair(), terms, pairs);
    standing.put(event.pair().id(), bridge);
    if (!mediaTimeout.isZero()) {
      threads.after(mediaTimeout, bridge::checkBridged);
    }
  }

  void takeDown(@Observes Unpaired event) {
    Bridge bridge = standing.remove(event.pair().id());
    if (bridge != null) {
      bridge.end(event.reason());
    }
  }
}
