package io.github.usermediaplug.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Between;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.message.Answer;
import io.github.usermediaplug.message.CallStep.Verb;
import io.github.usermediaplug.message.Forwarded;
import io.github.usermediaplug.message.Refusal;
import io.github.usermediaplug.message.Signal;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.presence.Connection;
import io.github.usermediaplug.presence.Presence;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The calls that ring. A call ends once: each way to end it takes it out of {@code rings} first, in
 * a turn of the {@link Exchange}, which whoever calls has unless a method says otherwise. Nothing
 * else writes this state.
 */
@ApplicationScoped
public class Switchboard {

  private static final String OFFLINE = "offline";
  private static final Duration SWEEP = Duration.ofSeconds(10);
  private static final Answer TOO_MANY_PAIRS =
      Answer.refused(Refusal.RATE_LIMITED, "one of the two is in too many pairs already");

  private static final Answer TOO_MUCH_UNREAD =
      Answer.refused(Refusal.RATE_LIMITED, "the peer has not read what was sent to it yet");
  private static final Answer TOO_MANY_SIGNALS =
      Answer.refused(Refusal.RATE_LIMITED, "too many signals before the call is accepted");

  private final Exchange exchange;
  private final Threads threads;
  private final Configuration configuration;
  private final Presence presence;
  private final Pairs pairs;
  private final Between<Ring> rings = new Between<>();
  private final EarlySignals earlySignals = new EarlySignals();

  /** For the client proxy only. */
  protected Switchboard() {
    this(null, null, null, null, null);
  }

  /** A switchboard whose accepted calls become these pairs. */
  @Inject
  public Switchboard(
      Exchange exchange,
      Threads threads,
      Configuration configuration,
      Presence presence,
      Pairs pairs) {
    this.exchange = exchange;
    this.threads = threads;
    this.configuration = configuration;
    this.presence = presence;
    this.pairs = pairs;
  }

  @PostConstruct
  void open() {
    threads.every(SWEEP, () -> exchange.inTurn(earlySignals::sweep));
  }

  /** A user calls a peer, about whom and which all has been found out. */
  public Answer call(Connection caller, String peer, Inquiry inquiry) {
    if (inquiry.findsNobody()) {
      return Answer.refused(Refusal.UNKNOWN_USER, "this user is not registered");
    }
    String user = caller.user();
    if (pairs.are(user, peer)) {
      return Answer.refused(Refusal.ALREADY_PAIRED, "these two are paired");
    }
    Optional<Ring> ring = rings.get(user, peer);
    if (ring.isPresent()) {
      return ring.get().isFrom(user)
          ? Answer.refused(Refusal.CALL_EXISTS, "this call rings already")
          // Glare: both called, so both want to talk, and the second call is the first one's
          // accept, which who was called may always give.
          : answerIfRoom(ring.get(), caller);
    }
    // Looked up in every case, and answered alike.
    boolean online = presence.isOnline(peer);
    if (!inquiry.allowed() || !online) {
      return Answer.refused(Refusal.PEER_OFFLINE, "the peer is not online");
    }
    if (madeBy(user) >= configuration.get(Key.CALLS_PER_USER)) {
      return Answer.refused(Refusal.RATE_LIMITED, "too many of your calls ring already");
    }
    if (pairs.isFull(user)) {
      return TOO_MANY_PAIRS;
    }
    return ring(caller, peer) ? Answer.OK : TOO_MUCH_UNREAD;
  }

  /** The callee accepts; the pair begins. */
  public Answer accept(Connection callee, String peer) {
    return ringing(peer, callee.user())
        .map(ring -> answerIfRoom(ring, callee))
        .orElseGet(Switchboard::noSuchCall);
  }

  /** The callee declines. */
  public Answer reject(Connection callee, String peer) {
    Optional<Ring> ring = ringing(peer, callee.user());
    if (ring.isEmpty()) {
      return noSuchCall();
    }
    end(ring.get());
    presence.push(peer, Forwarded.step(Verb.REJECT, callee.user(), peer));
    answeredBy(callee, ring.get());
    return Answer.OK;
  }

  /** The caller withdraws, be it by another of its connections than the one that called. */
  public Answer cancel(Connection by, String peer) {
    String user = by.user();
    Optional<Ring> ring = ringing(user, peer);
    if (ring.isEmpty()) {
      return noSuchCall();
    }
    end(ring.get());
    Forwarded cancel = Forwarded.step(Verb.CANCEL, user, peer);
    withdraw(ring.get(), cancel);
    if (ring.get().caller() != by) {
      ring.get().caller().send(cancel);
    }
    return Answer.OK;
  }

  /**
   * Passes a text on between two who ring or are paired.
   *
   * @param json how it is pushed
   */
  public Answer signal(Signal signal, String json) {
    String user = signal.user();
    Optional<Ring> ring = rings.get(user, signal.peer());
    boolean paired = pairs.are(user, signal.peer());
    if (ring.isEmpty() && !paired) {
      return Answer.refused(Refusal.NOT_PAIRED, "these two neither ring nor are paired");
    }
    Optional<SignalLimit> limit = ring.map(ringing -> ringing.signalsOf(user));
    int size = limit.isPresent() ? signal.data().getBytes(UTF_8).length : 0;
    if (limit.filter(before -> !before.admits(size)).isPresent()) {
      return TOO_MANY_SIGNALS;
    }
    List<Connection> receivers =
        presence.connections(signal.peer()).stream()
            .filter(connection -> connection.admits(user, json, paired))
            .toList();
    if (receivers.isEmpty() && !presence.connections(signal.peer()).isEmpty()
        || !pairs.reaches(signal.peer(), user, receivers)) {
      return TOO_MUCH_UNREAD;
    }
    limit.ifPresent(before -> before.add(size));
    receivers.forEach(connection -> connection.push(user, json));
    return Answer.OK;
  }

  /**
   * The host's word: the two are paired, as if one had called and the other accepted.
   *
   * @return false where the pair's observers are too far behind
   */
  public boolean connect(Connection caller, Connection callee) {
    Optional<Ring> ring = rings.get(caller.user(), callee.user());
    if (ring.isEmpty()) {
      return pairs.begin(caller, callee);
    }
    Connection answering = ring.get().isFrom(caller.user()) ? callee : caller;
    return answer(ring.get(), answering) == Answer.OK;
  }

  /** A connection stands in the place of an older one: the calls it made are its own now. */
  public void takeOver(Connection old, Connection by) {
    rings.of(old.user()).stream()
        .filter(ring -> ring.caller() == old)
        .forEach(ring -> ring.moveTo(by));
    remind(by);
  }

  /** Rings again for a user's new connection, which cannot know what rang before. */
  public void remind(Connection connection) {
    for (Ring ring : rings.of(connection.user())) {
      if (ring.callee().equals(connection.user())) {
        ring.tell(connection);
        String caller = ring.caller().user();
        connection.push(caller, Forwarded.step(Verb.CALL, caller, connection.user()).json());
      }
    }
  }

  /**
   * A connection is gone: the calls it made are withdrawn, and those that rang for its user are
   * declined where it was the last.
   */
  public void lose(Connection connection, boolean last) {
    String user = connection.user();
    for (Ring ring : rings.of(user)) {
      if (ring.caller() == connection) {
        end(ring);
        withdraw(ring, Forwarded.step(Verb.CANCEL, user, ring.callee(), OFFLINE));
      } else if (last && ring.callee().equals(user)) {
        end(ring);
        String caller = ring.caller().user();
        presence.push(caller, Forwarded.step(Verb.REJECT, user, caller, OFFLINE));
      }
    }
  }

  private long madeBy(String user) {
    return rings.of(user).stream().filter(ring -> ring.isFrom(user)).count();
  }

  private Optional<Ring> ringing(String caller, String callee) {
    return rings.get(caller, callee).filter(ring -> ring.isFrom(caller));
  }

  /** Says no if no connection of the callee's has room for the call. */
  private boolean ring(Connection caller, String callee) {
    String user = caller.user();
    String json = Forwarded.step(Verb.CALL, user, callee).json();
    List<Connection> receivers =
        presence.connections(callee).stream()
            .filter(connection -> connection.admits(user, json, false))
            .toList();
    if (receivers.isEmpty()) {
      return false;
    }
    Ring ring = new Ring(caller, callee, earlySignals);
    rings.put(user, callee, ring);
    ring.endsWith(
        threads.after(
            configuration.get(Key.RING_TIMEOUT), () -> exchange.inTurn(() -> timeOut(ring))));
    receivers.forEach(ring::tell);
    receivers.forEach(connection -> connection.push(user, json));
    return true;
  }

  private void timeOut(Ring ring) {
    String user = ring.caller().user();
    if (rings.get(user, ring.callee()).filter(one -> one == ring).isEmpty()) {
      return;
    }
    end(ring);
    Forwarded cancel = Forwarded.step(Verb.CANCEL, user, ring.callee(), "timeout");
    withdraw(ring, cancel);
    presence.push(user, cancel);
  }

  /** Tells those of the callee's connections that know of the call. */
  private void withdraw(Ring ring, Forwarded cancel) {
    String json = cancel.json();
    presence.connections(ring.callee()).stream()
        .filter(ring::hasTold)
        .forEach(connection -> connection.push(cancel.user(), json));
  }

  private Answer answerIfRoom(Ring ring, Connection callee) {
    return pairs.isFull(callee.user()) || pairs.isFull(ring.caller().user())
        ? TOO_MANY_PAIRS
        : answer(ring, callee);
  }

  private Answer answer(Ring ring, Connection callee) {
    String caller = ring.caller().user();
    if (!pairs.begin(ring.caller(), callee)) {
      return Answer.refused(
          Refusal.SERVER_ERROR, "the server is behind with its pairs; try again in a moment");
    }
    take(ring);
    presence.push(caller, Forwarded.step(Verb.ACCEPT, callee.user(), caller));
    answeredBy(callee, ring);
    return Answer.OK;
  }

  /** The user's other connections stop ringing. */
  private void answeredBy(Connection callee, Ring ring) {
    String caller = ring.caller().user();
    presence.connections(callee.user()).stream()
        .filter(other -> other != callee && ring.hasTold(other))
        .forEach(
            other ->
                other.send(
                    Forwarded.step(Verb.CANCEL, caller, callee.user(), "answered-elsewhere")));
  }

  /** A call ends without an accept. */
  private void end(Ring ring) {
    take(ring);
    ring.remember(earlySignals);
  }

  private void take(Ring ring) {
    ring.stop();
    rings.remove(ring.caller().user(), ring.callee());
  }

  private static Answer noSuchCall() {
    return Answer.refused(Refusal.NO_SUCH_CALL, "no such call rings");
  }
}
