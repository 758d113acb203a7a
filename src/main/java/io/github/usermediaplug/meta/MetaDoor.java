package io.github.usermediaplug.meta;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.handshake.Handshake;
import io.github.usermediaplug.limit.Crowd;
import io.github.usermediaplug.limit.WorkBudgets;
import io.github.usermediaplug.log.LimitLog;
import io.github.usermediaplug.presence.Backpressure;
import io.github.usermediaplug.socket.Closing;
import io.github.usermediaplug.socket.MemoryBudget;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** Lets clients in and out. Any thread may call it. */
@ApplicationScoped
public class MetaDoor {

  private static final Logger LOG = Logger.getLogger(MetaDoor.class.getName());
  private static final Duration SWEEP = Duration.ofSeconds(1);

  /** More than a burst of 200 of the largest texts: some containers read ahead of the handler. */
  private static final long MAX_REQUESTS = 16 << 20;

  /** How much a client may leave unread before it is given up; the largest reply is half of it. */
  private static final long MAX_REPLIES = 8 << 20;

  /** What part of the heap each budget of those has who have not said who they are. */
  private static final int STRANGERS = 128;

  private final Exchange exchange;
  private final Threads threads;
  private final Reception reception;
  private final Dispatcher dispatcher;
  private final Configuration configuration;
  private final Crowd crowd;
  private final Set<MetaConnection> connections = ConcurrentHashMap.newKeySet();
  private volatile Terms terms;
  private volatile boolean stopping;

  /** For the client proxy only. */
  protected MetaDoor() {
    this(null, null, null, null, null, null);
  }

  /** A door to the rooms this dispatcher knows. */
  @Inject
  public MetaDoor(
      Exchange exchange,
      Threads threads,
      Reception reception,
      Dispatcher dispatcher,
      Configuration configuration,
      Crowd crowd) {
    this.exchange = exchange;
    this.threads = threads;
    this.reception = reception;
    this.dispatcher = dispatcher;
    this.configuration = configuration;
    this.crowd = crowd;
  }

  /** Begins to look after clients that read nothing. */
  public void open() {
    open(terms());
  }

  void open(Terms agreed) {
    terms = agreed;
    threads.every(SWEEP, () -> connections.forEach(MetaConnection::check));
    threads.every(SWEEP, terms.budgets()::sweep);
    threads.every(SWEEP, crowd::sweep);
  }

  MetaConnection admit(Session session) {
    MetaConnection connection =
        new MetaConnection(session, this, exchange, threads, dispatcher, terms);
    connection.mustIdentifyBefore(
        threads.after(
            configuration.get(Key.WHOAMI_TIMEOUT), () -> connection.close(Closing.WHOAMI_TIMEOUT)));
    try {
      connection.isCountedAs(crowd.enter(session, connection::close));
    } catch (RuntimeException | Error failure) {
      connection.releaseMemory();
      throw failure;
    }
    connections.add(connection);
    if (!Handshake.admits(session)) {
      connection.close(Closing.FOREIGN);
    }
    if (stopping) {
      connection.close(Closing.SERVER_STOPPING);
    }
    return connection;
  }

  private Terms terms() {
    return new Terms(
        configuration.get(Key.TEXT_LIMIT),
        configuration.get(Key.MESSAGE_RATE),
        configuration.get(Key.MESSAGE_BURST),
        configuration.get(Key.PING_INTERVAL),
        configuration.get(Key.MESSAGE_TIMEOUT),
        configuration.get(Key.STALL_TIMEOUT),
        budgets(16, 8),
        budgets(STRANGERS, STRANGERS),
        new WorkBudgets(configuration.get(Key.MESSAGE_RATE), configuration.get(Key.MESSAGE_BURST)),
        new LimitLog(LOG, "message-rate ends connections, the last one of %s"));
  }

  /** Budgets of these parts of the heap. */
  private Budgets budgets(int unfinished, int whole) {
    long heap = Runtime.getRuntime().maxMemory();
    long textMemory = 4 * configuration.get(Key.TEXT_LIMIT); // two bytes a character, room to grow
    return new Budgets(
        budget(heap / unfinished, textMemory, "unfinished texts"),
        budget(heap / whole, MAX_REQUESTS, "requests that wait"),
        budget(heap / whole, MAX_REPLIES, "replies that clients do not read"),
        budget(heap / unfinished, Backpressure.LIMIT, "pushes that clients do not read"));
  }

  private static MemoryBudget budget(long most, long each, String what) {
    LimitLog evictions =
        new LimitLog(
            LOG, "The memory for " + what + " is used up; a connection is closed, the last of %s");
    return new MemoryBudget(most, Math.min(each, most / 2), who -> evictions.met(who.toString()));
  }

  /** Once for each connection, whoever noticed first that it is gone. */
  void left(MetaConnection connection) {
    if (connections.remove(connection) && !stopping) {
      reception.disconnected(connection);
    }
  }

  /** Those who are in. */
  Set<MetaConnection> connections() {
    return connections;
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
