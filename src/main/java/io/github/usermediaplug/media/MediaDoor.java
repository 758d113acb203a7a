package io.github.usermediaplug.media;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.handshake.Handshake;
import io.github.usermediaplug.limit.Crowd;
import io.github.usermediaplug.log.LimitLog;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.socket.Closing;
import io.github.usermediaplug.socket.MemoryBudget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** Lets clients in and out, and to the bridge their ticket is for. Any thread may call it. */
@ApplicationScoped
public class MediaDoor {

  private static final Logger LOG = Logger.getLogger(MediaDoor.class.getName());
  private static final Duration SWEEP = Duration.ofSeconds(1);

  /** What part of the heap unfinished messages may take of those who have not joined. */
  private static final int STRANGERS = 128;

  private final Threads threads;
  private final Configuration configuration;
  private final Pairs pairs;
  private final Bridges bridges;
  private final Crowd crowd;
  private final Set<MediaConnection> connections = ConcurrentHashMap.newKeySet();
  private volatile Limits limits;
  private volatile boolean stopping;

  /** For the client proxy only. */
  protected MediaDoor() {
    this(null, null, null, null, null);
  }

  /** A door to these bridges. */
  @Inject
  public MediaDoor(
      Threads threads, Configuration configuration, Pairs pairs, Bridges bridges, Crowd crowd) {
    this.threads = threads;
    this.configuration = configuration;
    this.pairs = pairs;
    this.bridges = bridges;
    this.crowd = crowd;
  }

  /** Begins to look after users that take nothing, and connections that do not get closed. */
  public void open() {
    limits = limits();
    bridges.watch();
    threads.every(SWEEP, () -> connections.forEach(MediaConnection::check));
  }

  /** Closes every connection; from then on nobody gets in. */
  public void shut() {
    stopping = true;
    connections.forEach(connection -> connection.outbound().finish(Closing.SERVER_STOPPING));
  }

  MediaConnection admit(Session session) {
    MediaConnection connection = new MediaConnection(session, this, bridges.terms(), limits);
    connection.mustJoinBefore(
        threads.after(
            configuration.get(Key.JOIN_TIMEOUT),
            () -> connection.outbound().finish(Closing.JOIN_TIMEOUT)));
    try {
      connection.isCountedAs(crowd.enter(session, reason -> connection.outbound().finish(reason)));
    } catch (RuntimeException | Error failure) {
      connection.releaseMemory();
      throw failure;
    }
    connections.add(connection);
    if (!Handshake.admits(session)) {
      connection.outbound().finish(Closing.FOREIGN);
    }
    if (stopping) {
      connection.outbound().finish(Closing.SERVER_STOPPING);
    }
    return connection;
  }

  Optional<Bridge> bridgeFor(Join join) {
    return pairs
        .between(join.user(), join.peer())
        .flatMap(bridges::of)
        .filter(bridge -> pairs.redeem(bridge.pair(), join.user(), join.ticket()));
  }

  private Limits limits() {
    long largest = configuration.get(Key.MEDIA_LIMIT);
    return new Limits(
        largest,
        configuration.get(Key.MEDIA_RATE),
        configuration.get(Key.MEDIA_BURST),
        configuration.get(Key.MESSAGE_TIMEOUT),
        configuration.get(Key.PING_INTERVAL),
        configuration.get(Key.STALL_TIMEOUT),
        budget(16, largest),
        budget(STRANGERS, largest));
  }

  private static MemoryBudget budget(int partOfHeap, long each) {
    LimitLog evictions =
        new LimitLog(
            LOG,
            "The memory for unfinished media messages is used up; a connection is closed, the last"
                + " of %s");
    long most = Runtime.getRuntime().maxMemory() / partOfHeap;
    return new MemoryBudget(most, Math.min(each, most / 2), who -> evictions.met(who.toString()));
  }

  /** Whether every connection has ended. */
  public boolean isEmpty() {
    return connections.isEmpty();
  }

  void left(MediaConnection connection) {
    connections.remove(connection);
  }
}
