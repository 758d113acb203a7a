package io.github.usermediaplug.plug;

import io.github.usermediaplug.call.Switchboard;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.presence.Connection;
import io.github.usermediaplug.presence.Presence;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The host application's own word: pairs two connected users, ends a pair, and says who is online.
 * Inject it into any bean. Any thread may call it; no method waits. To hear of pairs, observe
 * {@link io.github.usermediaplug.pair.Paired} and {@link io.github.usermediaplug.pair.Unpaired}.
 */
@ApplicationScoped
public class UserMediaPlug {

  private final Exchange exchange;
  private final Presence presence;
  private final Switchboard switchboard;
  private final Pairs pairs;

  /** For the client proxy only. */
  protected UserMediaPlug() {
    this(null, null, null, null);
  }

  /** The word over these rooms. */
  @Inject
  public UserMediaPlug(Exchange exchange, Presence presence, Switchboard switchboard, Pairs pairs) {
    this.exchange = exchange;
    this.presence = presence;
    this.switchboard = switchboard;
    this.pairs = pairs;
  }

  /** What became of {@link #pair}. */
  public enum Outcome {
    /** The pair begins; both are told to connect. */
    PAIRED,
    /** They were paired before. */
    ALREADY_PAIRED,
    /** One of them is not connected. */
    NOT_CONNECTED,
    /** A user cannot be paired with itself. */
    SAME_USER,
    /** Observers of pairs are too slow to take one more now. */
    BUSY
  }

  /**
   * Pairs two connected users, an agent and a customer say, invisible or not; both get {@code
   * force-call}. Where one rings the other, this answers that call. A user with several connections
   * is paired on its newest.
   */
  public Outcome pair(String user, String peer) {
    return exchange.inTurn(() -> pairInTurn(user, peer));
  }

  /** Ends the pair of the two, with the reason {@code host}; says whether there was one. */
  public boolean unpair(String user, String peer) {
    return exchange.inTurn(() -> pairs.end(user, peer));
  }

  /** Whether the two are paired. */
  public boolean arePaired(String user, String peer) {
    return exchange.inTurn(() -> pairs.are(user, peer));
  }

  /** Whether others may see the user: connected, and not invisible. */
  public boolean isOnline(String user) {
    return exchange.inTurn(() -> presence.isOnline(user));
  }

  /** All users that others may see, in alphabetical order. */
  public List<String> online() {
    return exchange.inTurn(presence::online);
  }

  private Outcome pairInTurn(String user, String peer) {
    if (user.equals(peer)) {
      return Outcome.SAME_USER;
    }
    if (pairs.are(user, peer)) {
      return Outcome.ALREADY_PAIRED;
    }
    List<Connection> of = presence.connections(user);
    List<Connection> with = presence.connections(peer);
    if (of.isEmpty() || with.isEmpty()) {
      return Outcome.NOT_CONNECTED;
    }
    return switchboard.connect(newest(of), newest(with)) ? Outcome.PAIRED : Outcome.BUSY;
  }

  private static Connection newest(List<Connection> connections) {
    return connections.get(connections.size() - 1);
  }
}
