package io.github.usermediaplug.media;

import io.github.usermediaplug.socket.Frame;
import io.github.usermediaplug.socket.MemoryShare;
import io.github.usermediaplug.socket.Outbound;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * One user's end of a bridge: its connection, and what waits for the user while it has none. All
 * methods are called with the bridge's lock.
 */
final class End {

  private final String user;
  private final MemoryShare share;
  private final Deque<Frame> held = new ArrayDeque<>();
  private Optional<MediaConnection> connection = Optional.empty();
  private boolean open;
  private Optional<Future<?>> rejoinTimeout = Optional.empty();

  /**
   * Of this user.
   *
   * @param share counts what waits while there is no connection
   */
  End(String user, MemoryShare share) {
    this.user = user;
    this.share = share;
  }

  String user() {
    return user;
  }

  Optional<MediaConnection> connection() {
    return connection;
  }

  boolean isOn(MediaConnection other) {
    return connection.isPresent() && connection.get() == other;
  }

  /** Whether this user has been told {@code pair} on its connection, so that it may send. */
  boolean isOpen() {
    return open;
  }

  void connect(MediaConnection joined) {
    connection = Optional.of(joined);
    open = false;
    stopTimeout();
  }

  void disconnect(Future<?> timeout) {
    connection = Optional.empty();
    open = false;
    rejoinTimeout = Optional.of(timeout);
  }

  void stopTimeout() {
    rejoinTimeout.ifPresent(timer -> timer.cancel(false));
    rejoinTimeout = Optional.empty();
  }

  /**
   * Tells the user that its peer is there, then gives it what waited; not where it is just going.
   */
  void announce(Frame pair) {
    Optional<Outbound> to =
        connection.map(MediaConnection::outbound).filter(outbound -> outbound.enqueue(pair));
    open = to.isPresent();
    to.ifPresent(outbound -> drop().forEach(this::take));
  }

  /** Sends to the user, or keeps for it; says whether it is being sent. */
  boolean take(Frame frame) {
    boolean sent = open && connection.isPresent() && connection.get().outbound().enqueue(frame);
    if (!sent) {
      held.add(frame);
      share.add(frame.cost());
    }
    return sent;
  }

  /** Keeps what a lost connection did not send, ahead of what came since. */
  void keep(List<Frame> unsent) {
    List<Frame> relayed =
        unsent.stream()
            .filter(frame -> frame instanceof Frame.Text || frame instanceof Frame.Binary)
            .toList();
    for (int i = relayed.size() - 1; i >= 0; i--) {
      held.addFirst(relayed.get(i));
      share.add(relayed.get(i).cost());
    }
  }

  /** Forgets what waits. */
  List<Frame> drop() {
    List<Frame> dropped = new ArrayList<>(held);
    held.clear();
    share.add(-share.bytes());
    return dropped;
  }

  /** The cost of what waits for this user, sent for or kept. */
  long backlog() {
    return share.bytes() + connection.map(one -> one.outbound().backlog()).orElse(0L);
  }

  /** How long the user has taken nothing though something waited, in nanoseconds. */
  long stalledNanos() {
    return connection.map(one -> one.outbound().stalledNanos()).orElse(0L);
  }

  /** Evicts what weighs most if memory is short; without the bridge's lock. */
  void makeRoom() {
    share.makeRoom();
  }

  /**
   * Evicts those who keep more, if that makes room for so much beside this backlog; without the
   * bridge's lock.
   */
  void makeRoomFor(long backlog, long more) {
    share.makeRoomFor(backlog, more);
  }

  /** Forgets what waits, and what comes from now on is not counted. */
  void end() {
    drop();
    share.release();
  }
}
