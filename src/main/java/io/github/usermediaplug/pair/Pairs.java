package io.github.usermediaplug.pair;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Between;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.message.Answer;
import io.github.usermediaplug.message.CallStep.Verb;
import io.github.usermediaplug.message.ForceCall;
import io.github.usermediaplug.message.Forwarded;
import io.github.usermediaplug.message.Refusal;
import io.github.usermediaplug.presence.Connection;
import io.github.usermediaplug.presence.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * The pairs that last. Every pair begins and ends here, once each. Whoever calls has the turn of
 * the {@link Exchange}, unless a method says otherwise; nothing else writes this state.
 */
@ApplicationScoped
public class Pairs {

  /**
   * A reference that a client resolves against its own {@code /meta} URL. Only a client knows that
   * URL: a proxy in front of this deployment may map its context root to another path.
   */
  private static final String MEDIA = "media";

  private final Exchange exchange;
  private final Threads threads;
  private final Configuration configuration;
  private final Presence presence;
  private final PairPipeline pipeline;
  private final Between<LivePair> live = new Between<>();
  private boolean stopped;

  /** For the client proxy only. */
  protected Pairs() {
    this(null, null, null, null, null);
  }

  /** Pairs that report to this pipeline. */
  @Inject
  public Pairs(
      Exchange exchange,
      Threads threads,
      Configuration configuration,
      Presence presence,
      PairPipeline pipeline) {
    this.exchange = exchange;
    this.threads = threads;
    this.configuration = configuration;
    this.presence = presence;
    this.pipeline = pipeline;
  }

  /** Whether the two are paired. */
  public boolean are(String one, String other) {
    return live.get(one, other).isPresent();
  }

  /** Whether the user is in as many pairs as it may be by calls. */
  public boolean isFull(String user) {
    return live.count(user) >= configuration.get(Key.PAIRS_PER_USER);
  }

  /**
   * A pair begins: its observers are told, then the two connections.
   *
   * @return false where the observers are too far behind to take one more; nothing has begun then
   */
  public boolean begin(Connection caller, Connection callee) {
    if (stopped || pipeline.isBehind()) {
      return false;
    }
    Pair pair = new Pair(UUID.randomUUID().toString(), caller.user(), callee.user(), Instant.now());
    LivePair begun =
        new LivePair(pair, new Side(caller.user(), caller), new Side(callee.user(), callee));
    live.put(caller.user(), callee.user(), begun);
    pipeline.fire(new Paired(pair), () -> exchange.inTurn(() -> dial(begun)));
    return true;
  }

  /** One of the two ends the pair, be it by another of its connections than the pair is on. */
  public Answer hangUp(Connection by, String peer) {
    String user = by.user();
    Optional<LivePair> pair = live.get(user, peer);
    if (pair.isEmpty()) {
      return notPaired();
    }
    end(pair.get(), UnpairReason.HANG_UP);
    Forwarded unpair = Forwarded.step(Verb.UNPAIR, user, peer);
    presence.push(peer, unpair);
    pair.get().side(user).connection().filter(on -> on != by).ifPresent(on -> on.send(unpair));
    return Answer.OK;
  }

  /**
   * Whether these of a user's connections have the one among them that its pair with a peer is on.
   * Of no pair, and of one whose connection is lost, it may be said.
   */
  public boolean reaches(String user, String peer, Collection<Connection> connections) {
    return live.get(user, peer)
        .flatMap(pair -> pair.side(user).connection())
        .map(connections::contains)
        .orElse(true);
  }

  /** A fresh ticket for one of the two. */
  public Answer ticket(String user, String peer) {
    return live.get(user, peer)
        .<Answer>map(pair -> new Answer.Ticketed(issue(pair.side(user)), media()))
        .orElseGet(Pairs::notPaired);
  }

  /** The pair of the two, where they have one. Takes its own turn. */
  public Optional<Pair> between(String user, String peer) {
    return exchange.inTurn(() -> live.get(user, peer).map(LivePair::pair));
  }

  /** Whether the users have been told to connect. Takes its own turn. */
  public boolean isDialled(Pair pair) {
    return exchange.inTurn(() -> living(pair).filter(LivePair::dialled).isPresent());
  }

  /** Uses up a user's ticket for a pair; says no where it was none. Takes its own turn. */
  public boolean redeem(Pair pair, String user, String ticket) {
    return exchange.inTurn(
        () -> living(pair).filter(one -> one.side(user).redeem(ticket)).isPresent());
  }

  /** A pair ends by itself; does nothing where it has ended already. Takes its own turn. */
  public void end(Pair pair, UnpairReason reason) {
    exchange.inTurn(() -> living(pair).ifPresent(one -> endByItself(one, reason)));
  }

  /** The pair of the two ends at the host's word; says whether there was one. */
  public boolean end(String one, String other) {
    Optional<LivePair> pair = live.get(one, other);
    pair.ifPresent(found -> endByItself(found, UnpairReason.HOST));
    return pair.isPresent();
  }

  /** A connection stands in the place of an older one. */
  public void takeOver(Connection old, Connection by) {
    sidesOn(old).forEach(side -> side.found(by));
    adopt(by, true);
  }

  /** A user has come back: its pairs that lost their connection go on with this one. */
  public void adopt(Connection connection) {
    adopt(connection, false);
  }

  /** A connection is gone: its pairs last for the grace period. */
  public void lose(Connection connection) {
    for (LivePair pair : live.of(connection.user())) {
      Side side = pair.side(connection.user());
      if (side.isOn(connection)) {
        side.lost(
            threads.after(
                configuration.get(Key.GRACE), () -> end(pair.pair(), UnpairReason.OFFLINE)));
      }
    }
  }

  /** Every pair ends, and none begins any more; the users' connections are closed already. */
  public void stop() {
    stopped = true;
    live.all().forEach(pair -> end(pair, UnpairReason.SERVER_STOPPING));
  }

  private Collection<Side> sidesOn(Connection connection) {
    return live.of(connection.user()).stream()
        .map(pair -> pair.side(connection.user()))
        .filter(side -> side.isOn(connection))
        .toList();
  }

  private void adopt(Connection connection, boolean again) {
    for (LivePair pair : live.of(connection.user())) {
      Side side = pair.side(connection.user());
      if (side.connection().isEmpty()) {
        side.found(connection);
        forceCall(pair, side);
      } else if (again && side.isOn(connection)) {
        forceCall(pair, side);
      }
    }
  }

  private Optional<LivePair> living(Pair pair) {
    return live.get(pair.caller(), pair.callee()).filter(one -> one.pair().equals(pair));
  }

  private void dial(LivePair pair) {
    pair.dial();
    if (living(pair.pair()).isPresent()) {
      pair.sides().forEach(side -> forceCall(pair, side));
    }
  }

  /** Before the pair is dialled its bridge may not stand yet; {@link #dial} then does it. */
  private void forceCall(LivePair pair, Side side) {
    if (pair.dialled()) {
      side.connection()
          .ifPresent(
              connection ->
                  connection.send(
                      ForceCall.to(
                          pair.pair().other(side.user()), pair.pair().id(), issue(side), media())));
    }
  }

  private void end(LivePair ended, UnpairReason reason) {
    Pair pair = ended.pair();
    live.remove(pair.caller(), pair.callee());
    ended.sides().forEach(Side::stopGrace);
    pipeline.fire(new Unpaired(pair, reason, Instant.now()), () -> {});
  }

  private void endByItself(LivePair ended, UnpairReason noticed) {
    boolean gone = ended.sides().stream().anyMatch(side -> side.connection().isEmpty());
    // Who closes the laptop loses both connections; that the media one is missed first says less.
    UnpairReason reason =
        gone && noticed == UnpairReason.MEDIA_TIMEOUT ? UnpairReason.OFFLINE : noticed;
    end(ended, reason);
    for (Side side : ended.sides()) {
      String other = ended.pair().other(side.user());
      presence.push(side.user(), Forwarded.step(Verb.UNPAIR, other, side.user(), reason.code()));
    }
  }

  private String issue(Side side) {
    return side.issue(configuration.get(Key.TICKET_TTL).toNanos());
  }

  private String media() {
    return configuration.get(Key.MEDIA_URL).orElse(MEDIA);
  }

  private static Answer notPaired() {
    return Answer.refused(Refusal.NOT_PAIRED, "these two are not paired");
  }
}
