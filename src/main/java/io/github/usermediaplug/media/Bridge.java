package io.github.usermediaplug.media;

import io.github.usermediaplug.pair.Pair;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.pair.UnpairReason;
import io.github.usermediaplug.socket.Closing;
import io.github.usermediaplug.socket.Frame;
import java.util.List;
import java.util.stream.Stream;

/**
 * Relays between the two users of one pair. Its lock guards both ends and the order of what passes;
 * it is held for moments, never while a container sends, and no other bridge's with it. Where the
 * pair must end, the bridge asks for that and goes on until it is told.
 */
final class Bridge {

  private final Pair pair;
  private final Terms terms;
  private final Pairs pairs;
  private final End caller;
  private final End callee;
  private boolean bridged; // guarded by this, as all that follows
  private boolean ended;

  Bridge(Pair pair, Terms terms, Pairs pairs) {
    this.pair = pair;
    this.terms = terms;
    this.pairs = pairs;
    this.caller = new End(pair.caller(), terms.backlogs().total());
    this.callee = new End(pair.callee(), terms.backlogs().total());
  }

  /** A user joins, for the first time or again; an older connection of its own gives way. */
  void join(String user, MediaConnection joined) {
    synchronized (this) {
      if (ended) {
        joined.outbound().finish(Closing.UNPAIRED);
        return;
      }
      End end = end(user);
      end.connection()
          .ifPresent(
              old -> {
                old.outbound().abandon(Closing.REPLACED);
                end.keep(old.outbound().release());
              });
      end.connect(joined);
      End other = other(end);
      if (other.connection().isPresent()) {
        bridged = true;
        end.open(peerJoined(other));
        other.open(peerJoined(end));
      }
    }
    flush();
  }

  /** A user's message for the other, in the order its reader calls. */
  void relay(MediaConnection from, Frame frame) {
    End to;
    boolean taken;
    synchronized (this) {
      End end = end(from);
      if (end == null || ended) {
        return;
      }
      if (!end.isOpen()) {
        from.outbound().finish(Closing.NOT_PAIRED_YET);
        return;
      }
      to = other(end);
      taken = terms.backlogs().allow(to.backlog(), frame.cost());
      if (taken) {
        to.take(frame);
      }
    }
    if (taken) {
      flush();
      pace(from, to);
    } else {
      pairs.end(pair, UnpairReason.SLOW_CONSUMER);
    }
  }

  /** A user's connection is gone; it may join again. */
  void leave(MediaConnection gone) {
    synchronized (this) {
      End end = end(gone);
      if (end == null || ended) {
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
    End end;
    MediaConnection from;
    synchronized (this) {
      end = end(to);
      from = end == null ? null : other(end).connection().orElse(null);
    }
    if (from != null) {
      pace(from, end);
    }
  }

  /** Ends the pair where a user takes nothing. */
  void checkStalled() {
    long stalled;
    synchronized (this) {
      stalled = Math.max(caller.stalledNanos(), callee.stalledNanos());
    }
    if (stalled > terms.stall().toNanos()) {
      pairs.end(pair, UnpairReason.SLOW_CONSUMER);
    }
  }

  /** Ends the pair where its users have not both joined. */
  void checkBridged() {
    boolean late;
    synchronized (this) {
      late = !bridged;
    }
    if (late) {
      pairs.end(pair, UnpairReason.MEDIA_TIMEOUT);
    }
  }

  /** The pair has ended: closes both connections. */
  void end(UnpairReason reason) {
    List<MediaConnection> connections;
    synchronized (this) {
      ended = true;
      connections = connections();
      Stream.of(caller, callee).forEach(End::stopTimeout);
      Stream.of(caller, callee).forEach(End::drop);
    }
    for (MediaConnection connection : connections) {
      if (reason == UnpairReason.SLOW_CONSUMER) {
        connection.outbound().abandon(Closing.UNPAIRED);
      } else {
        connection.outbound().finish(Closing.UNPAIRED);
      }
      // A paused reader would not see the client's answer to the close.
      connection.intake().pauseWhile(() -> false);
    }
  }

  /** Reads from a connection no faster than the other end takes. */
  private void pace(MediaConnection from, End to) {
    from.intake().pauseWhile(() -> isHigh(to));
  }

  private synchronized boolean isHigh(End to) {
    return !ended && terms.backlogs().isHigh(to.backlog());
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

  private End end(String user) {
    return caller.user().equals(user) ? caller : callee;
  }

  private End end(MediaConnection connection) {
    return caller.connection().filter(one -> one == connection).isPresent()
        ? caller
        : callee.connection().filter(one -> one == connection).isPresent() ? callee : null;
  }

  private End other(End end) {
    return end == caller ? callee : caller;
  }
}
