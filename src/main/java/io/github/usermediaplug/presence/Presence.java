package io.github.usermediaplug.presence;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.message.Forwarded;
import io.github.usermediaplug.message.StatusPush;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The connected users: each with its connections and one status. Whoever calls has the turn of the
 * {@link io.github.usermediaplug.exchange.Exchange}; nothing else writes this state. A user with no
 * connection takes no memory.
 */
@ApplicationScoped
public class Presence {

  /** The status of one who does not want to be seen; also of one who has said nothing yet. */
  public static final String OFFLINE = "offline";

  private final Configuration configuration;
  private final Map<String, OnlineUser> users = new HashMap<>();

  /** For the client proxy only. */
  protected Presence() {
    this(null);
  }

  /** Presence within the configured limits. */
  @Inject
  public Presence(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * A connection arrives as its user.
   *
   * @param proven whether the user was proven, so that others may hold the name beside it
   * @param resume the secret of the connection it takes over, where it has one
   */
  public Arrival arrive(
      String name, Connection connection, boolean proven, Optional<String> resume) {
    OnlineUser user = users.computeIfAbsent(name, first -> new OnlineUser());
    Optional<Connection> old = resume.flatMap(user::resumable);
    if (old.isPresent()) {
      user.replace(old.get(), connection);
      return new Arrival.TookOver(old.get());
    }
    if (user.connections().size() >= (proven ? configuration.get(Key.CONNECTIONS_PER_USER) : 1)) {
      return new Arrival.Taken();
    }
    user.add(connection);
    return new Arrival.Joined();
  }

  /** A connection is gone; says whether it was its user's last. */
  public boolean leave(Connection connection) {
    OnlineUser user = users.get(connection.user());
    if (user == null || !user.remove(connection)) {
      return false;
    }
    if (user.connections().isEmpty()) {
      users.remove(connection.user());
      return true;
    }
    return false;
  }

  /** Whether the connection is one of its user's, not one that was taken over or is gone. */
  public boolean holds(Connection connection) {
    return connections(connection.user()).contains(connection);
  }

  /** The user's connections, the oldest first; none where it is not connected. */
  public List<Connection> connections(String user) {
    OnlineUser online = users.get(user);
    return online == null ? List.of() : online.connections();
  }

  /** Whether others may see the user: connected, and not invisible. */
  public boolean isOnline(String user) {
    return !status(user).equals(OFFLINE);
  }

  /** The user's status; {@link #OFFLINE} where it is not connected. */
  public String status(String user) {
    OnlineUser online = users.get(user);
    return online == null ? OFFLINE : online.status();
  }

  /**
   * Sets a connected user's status and tells those of the peers that are connected.
   *
   * @return how many connections are told
   */
  public int announce(String user, String status, Collection<String> peers) {
    set(user, status);
    return pushPresence(user, peers, status);
  }

  /** Sets a connected user's status and tells nobody yet. */
  public void set(String user, String status) {
    users.get(user).status(status);
  }

  /** Tells these of the peers that are connected the user's status, unless it has gone. */
  public void tell(String user, Collection<String> peers) {
    if (users.containsKey(user)) {
      pushPresence(user, peers, status(user));
    }
  }

  /** Tells the peers that the user's last connection ended. */
  public void announceGone(String user, Collection<String> peers) {
    pushPresence(user, peers, OFFLINE);
  }

  /** How many connections these users have. */
  public int countConnections(Collection<String> of) {
    return of.stream().mapToInt(user -> connections(user).size()).sum();
  }

  /** Sends what another user did to all connections of a user. */
  public void push(String user, Forwarded step) {
    String json = step.json();
    connections(user).forEach(connection -> connection.push(step.user(), json));
  }

  /** Who is online, in alphabetical order. */
  public List<String> online() {
    return users.keySet().stream().filter(this::isOnline).sorted().toList();
  }

  private int pushPresence(String of, Collection<String> to, String status) {
    List<Connection> receivers = to.stream().flatMap(user -> connections(user).stream()).toList();
    if (!receivers.isEmpty()) {
      String json = StatusPush.of(of, status).json();
      receivers.forEach(connection -> connection.pushPresence(of, json));
    }
    return receivers.size();
  }
}
