package io.github.usermediaplug.meta;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.socket.Closing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Lets clients in and out. Any thread may call it. */
@ApplicationScoped
public class MetaDoor {

  private static final Duration SWEEP = Duration.ofSeconds(1);

  private final Exchange exchange;
  private final Threads threads;
  private final Reception reception;
  private final Dispatcher dispatcher;
  private final Configuration configuration;
  private final Set<MetaConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong backlog = new AtomicLong();
  private volatile boolean stopping;

  /** For the client proxy only. */
  protected MetaDoor() {
    this(null, null, null, null, null);
  }

  /** A door to the rooms this dispatcher knows. */
  @Inject
  public MetaDoor(
      Exchange exchange,
      Threads threads,
      Reception reception,
      Dispatcher dispatcher,
      Configuration configuration) {
    this.exchange = exchange;
    this.threads = threads;
    this.reception = reception;
    this.dispatcher = dispatcher;
    this.configuration = configuration;
  }

  /** Begins to look after clients that read nothing. */
  public void open() {
    long stall = configuration.get(Key.STALL_TIMEOUT).toNanos();
    threads.every(SWEEP, () -> connections.forEach(connection -> connection.check(stall)));
  }

  MetaConnection admit(Session session) {
    long limit = configuration.get(Key.TEXT_LIMIT);
    MetaConnection connection =
        new MetaConnection(
            session,
            this,
            exchange,
            threads,
            backlog,
            dispatcher,
            limit,
            configuration.get(Key.PING_INTERVAL));
    connections.add(connection);
    connection.mustIdentifyBefore(
        threads.after(
            configuration.get(Key.WHOAMI_TIMEOUT), () -> connection.close(Closing.WHOAMI_TIMEOUT)));
    if (stopping) {
      connection.close(Closing.SERVER_STOPPING);
    }
    return connection;
  }

  /** Once for each connection, whoever noticed first that it is gone. */
  void left(MetaConnection connection) {
    if (connections.remove(connection) && !stopping) {
      reception.disconnected(connection);
    }
  }

  /** Whether every message that came in has been answered. */
  public boolean isIdle() {
    return connections.stream().allMatch(MetaConnection::isIdle);
  }

  /** Whether every connection has ended. */
  public boolean isEmpty() {
    return connections.isEmpty();
  }

  /** Closes every connection; from then on nobody gets in, and going changes nothing more. */
  public void shut() {
    stopping = true;
    connections.forEach(connection -> connection.close(Closing.SERVER_STOPPING));
  }
}
