package io.github.usermediaplug.meta;

import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.identity.Claim;
import io.github.usermediaplug.identity.Secret;
import io.github.usermediaplug.message.Answer;
import io.github.usermediaplug.message.ClientMessage;
import io.github.usermediaplug.message.Res;
import io.github.usermediaplug.message.Whoami;
import io.github.usermediaplug.presence.Connection;
import io.github.usermediaplug.socket.Closing;
import io.github.usermediaplug.socket.Frame;
import io.github.usermediaplug.socket.Heartbeat;
import io.github.usermediaplug.socket.Outbound;
import io.github.usermediaplug.socket.TextParts;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** One client at the door: its texts come in through an inbox and go out through one writer. */
final class MetaConnection implements Connection {

  /** How much a client may leave unread before it is given up; the largest reply is half of it. */
  private static final long MAX_BACKLOG = 8 << 20;

  /** How much it may leave unread before its next request waits. */
  private static final long MAX_REPLIES = 256 << 10;

  private final Session session;
  private final MetaDoor door;
  private final Exchange exchange;
  private final Inbox inbox;
  private final Outbound outbound;
  private final Heartbeat heartbeat;
  private final TextParts parts; // by the container's reader
  private volatile Secret resume = Secret.fresh(); // in a turn
  private volatile String user = ""; // in a turn
  private volatile Future<?> whoamiTimeout;

  MetaConnection(
      Session session,
      MetaDoor door,
      Exchange exchange,
      Threads threads,
      AtomicLong total,
      Dispatcher dispatcher,
      long textLimit,
      Duration pingInterval) {
    this.session = session;
    this.door = door;
    this.exchange = exchange;
    this.outbound = new Outbound(session, threads, total, false, this::handleMore);
    this.heartbeat = new Heartbeat(outbound, pingInterval);
    this.inbox = new Inbox(text -> dispatcher.handle(this, text), this::mayHandle);
    this.parts = new TextParts(textLimit);
  }

  void text(String part, boolean last) {
    heartbeat.seen();
    if (outbound.isClosing()) {
      return;
    }
    if (!parts.add(part)) {
      close(Closing.TOO_BIG);
    } else if (last && !inbox.add(parts.take().text())) {
      close(Closing.TOO_MANY_WAITING);
    }
  }

  void pong() {
    heartbeat.seen();
  }

  void binary() {
    close(Closing.TEXT_ONLY);
  }

  void closed() {
    // First of all: a whoami that comes in at this moment then finds the connection closing.
    outbound.release();
    whoamiTimeout.cancel(false);
    door.left(this);
  }

  void mustIdentifyBefore(Future<?> timeout) {
    whoamiTimeout = timeout;
  }

  /**
   * Takes the secret on with the place: a client that never heard the reply to its take-over, for
   * its line died again, still knows this one.
   */
  void inherit(Connection old) {
    resume = old.resume();
  }

  void identifiedAs(String name) {
    user = name;
    whoamiTimeout.cancel(false);
  }

  Claim claim(Whoami whoami) {
    return new Claim(
        whoami.user(), Optional.ofNullable(session.getUserPrincipal()), whoami.token());
  }

  /** The one reply to one of its messages. */
  void reply(ClientMessage message, Answer answer) {
    send(Res.to(message, answer));
  }

  boolean isIdle() {
    return inbox.isIdle();
  }

  boolean isClosing() {
    return outbound.isClosing();
  }

  /** Gives a client up that is silent, reads nothing, or does not let itself be closed. */
  void check(long stallNanos) {
    outbound.closeIfOverdue();
    if (!heartbeat.beat()) {
      outbound.abandon(Closing.NO_ANSWER);
      // The container tells of the end once the close has been answered; here nobody answers.
      closed();
    }
    if (outbound.stalledNanos() > stallNanos) {
      outbound.abandon(Closing.SLOW_CONSUMER);
    }
  }

  @Override
  public String user() {
    return user;
  }

  @Override
  public Secret resume() {
    return resume;
  }

  @Override
  public void send(String json) {
    outbound.enqueue(new Frame.Own(json));
    if (outbound.backlog() > MAX_BACKLOG) {
      outbound.abandon(Closing.SLOW_CONSUMER);
    }
    exchange.afterwards(outbound::flush);
  }

  @Override
  public void close(Closing reason) {
    exchange.afterwards(() -> outbound.finish(reason));
  }

  private boolean mayHandle() {
    return outbound.backlog() < MAX_REPLIES;
  }

  private void handleMore() {
    inbox.proceed();
  }
}
