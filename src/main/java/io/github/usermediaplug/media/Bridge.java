package io.github.usermediaplug.media;

import io.github.usermediaplug.pair.Pair;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.pair.UnpairReason;
import io.github.usermediaplug.socket.Closing;
import io.github.usermediaplug.socket.Frame;
import io.github.usermediaplug.socket.MemoryOwner;
import io.github.usermediaplug.socket.MemoryShare;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Relays between the two users of one pair. Its lock guards both ends and the order of what passes;
 * it is held for moments, never while a container sends, and no other bridge's with it. Where the
 * pair must end, the bridge asks for that, with no lock held, and waits to be taken down.
 */
final class Bridge {

  private final Pair pair;
  private final Terms terms;
  private final Pairs pairs;
  private final End caller;
  private final End callee;
  private boolean bridged; // guarded by this, as what follows
  private boolean broken;
  private volatile boolean everHigh; // once it is set, it stays

  Bridge(Pair pair, Terms terms, Pairs pairs) {
    this.pair = pair;
    this.terms = terms;
    this.pairs = pairs;
    this.caller = new End(pair.caller(), share(pair.callee()));
    this.callee = new End(pair.callee(), share(pair.caller()));
  }

  Pair pair() {
    return pair;
  }

  /** A user joins, for the first time or again; an older connection of its own gives way. */
  void join(String user, MediaConnection joined) {
    Optional<MediaConnection> old;
    synchronized (this) {
      if (broken || joined.outbound().isClosing()) {
        joined.outbound().finish(Closing.UNPAIRED);
        return;
      }
      End end = caller.user().equals(user) ? caller : callee;
      old = end.connection();
      old.ifPresent(
          replaced -> {
            replaced.outbound().abandon(Closing.REPLACED);
            end.keep(replaced.outbound().release());
          });
      end.connect(joined);
      End other = other(end);
      if (other.connection().isPresent()) {
        bridged = true;
        end.announce(peerJoined(other));
        other.announce(peerJoined(end));
      }
    }
    old.ifPresent(replaced -> replaced.pacer().readOn());
    flush();
  }

  /** A user's message for the other, in the order its reader calls. */
  void relay(MediaConnection from, Frame frame) {
    if (!passes(from, frame, false) && !passes(from, frame, true)) {
      evict();
    }
  }

  /**
   * Passes a message on, unless it is not to be. Says no if there is no room for it; those who keep
   * more have gone by then, so there may be now.
   *
   * @param last whether, without room, it is left out, and so all that comes after it
   */
  private boolean passes(MediaConnection from, Frame frame, boolean last) {
    End to;
    Optional<MediaConnection> receiver;
    long backlog;
    boolean full;
    boolean sent = false;
    synchronized (this) {
      End sender = endOf(from);
      if (sender == null || broken) {
        return true;
      }
      if (!sender.isOpen()) {
        from.outbound().finish(Closing.NOT_PAIRED_YET);
        return true;
      }
      to = other(sender);
      receiver = to.connection();
      backlog = to.backlog();
      full = !terms.backlogs().allowsBesideOthers(backlog, frame.cost());
      if (full) {
        broken = last;
      } else {
        sent = to.take(frame);
      }
    }
    if (full) {
      to.makeRoomFor(backlog, frame.cost());
      return false;
    }
    if (sent) {
      receiver.get().outbound().flush();
    }
    if (!sent || receiver.get().outbound().backlog() > 0) {
      pace(from, to);
    }
    to.makeRoom();
    receiver.ifPresent(MediaConnection::makeRoom);
    return true;
  }

  /** Too much waits for one of the two, of its own or of all. Nothing passes from now on. */
  void evict() {
    synchronized (this) {
      broken = true;
    }
    pairs.end(pair, UnpairReason.SLOW_CONSUMER);
  }

  /** A user's connection is gone; it may join again. */
  void leave(MediaConnection gone) {
    synchronized (this) {
      End end = endOf(gone);
      if (end == null || broken) {
        return;
      }
      end.keep(gone.outbound().release());
      end.disconnect(terms.threads().after(terms.grace(), () -> endUnlessJoined(end)));
      End other = other(end);
      if (other.isOpen()) {
        other
            .connection()
            .ifPresent(one -> one.outbound().enqueue(new BridgeMessage.Hold().frame()));
      }
    }
    flush();
  }

  /** A message to this connection has been written. */
  void progressed(MediaConnection to) {
    if (!everHigh) {
      return;
    }
    End end;
    Optional<MediaConnection> from;
    synchronized (this) {
      end = endOf(to);
      from = end == null ? Optional.empty() : other(end).connection();
    }
    from.filter(sender -> sender.pacer().isPaused()).ifPresent(sender -> pace(sender, end));
  }

  /** How long one of the two has taken nothing though something waited, in nanoseconds. */
  synchronized long stalledNanos() {
    return broken ? 0 : Math.max(caller.stalledNanos(), callee.stalledNanos());
  }

  /** Whether both have joined, be it long ago. */
  synchronized boolean isBridged() {
    return bridged;
  }

  /** The pair has ended: closes both connections. */
  void takeDown(UnpairReason reason) {
    List<MediaConnection> connections;
    synchronized (this) {
      broken = true;
      connections = connections();
      Stream.of(caller, callee).forEach(End::stopTimeout);
      Stream.of(caller, callee).forEach(End::end);
    }
    for (MediaConnection connection : connections) {
      if (reason == UnpairReason.SLOW_CONSUMER) {
        connection.outbound().abandon(Closing.UNPAIRED);
        connection.outbound().release();
      } else {
        connection.outbound().finish(Closing.UNPAIRED);
      }
      connection.pacer().readOn();
    }
  }

  /** Reads on from a connection, if nothing but its own speed has kept it from being read. */
  void pace(MediaConnection from) {
    Optional<End> to;
    synchronized (this) {
      to = Optional.ofNullable(endOf(from)).map(this::other);
    }
    to.ifPresentOrElse(end -> pace(from, end), from.pacer()::readOn);
  }

  /** Reads from a connection no faster than the other end takes. */
  private void pace(MediaConnection from, End to) {
    from.pacer().pauseWhile(() -> isHigh(to));
  }

  private synchronized boolean isHigh(End to) {
    boolean high = !broken && terms.backlogs().isHigh(to.backlog());
    if (high) {
      everHigh = true;
    }
    return high;
  }

  /** What waits for one is on the account of the other, who sent it. */
  private MemoryShare share(String sender) {
    return terms.backlogs().share(MemoryOwner.user(sender), this::evict);
  }

  private void endUnlessJoined(End end) {
    boolean gone;
    synchronized (this) {
      gone = end.connection().isEmpty();
    }
    if (gone) {
      pairs.end(pair, UnpairReason.MEDIA_TIMEOUT);
    }
  }

  private void flush() {
    List<MediaConnection> connections;
    synchronized (this) {
      connections = connections();
    }
    connections.forEach(connection -> connection.outbound().flush());
  }

  private List<MediaConnection> connections() {
    return Stream.of(caller, callee).flatMap(end -> end.connection().stream()).toList();
  }

  private Frame peerJoined(End other) {
    return new BridgeMessage.PeerJoined(other.user(), terms.window()).frame();
  }

  /** None where another connection has taken its place. */
  private End endOf(MediaConnection connection) {
    if (caller.isOn(connection)) {
      return caller;
    }
    return callee.isOn(connection) ? callee : null;
  }

  private End other(End end) {
    return end == caller ? callee : caller;
  }
}
