package io.github.usermediaplug.meta;

import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.identity.Claim;
import io.github.usermediaplug.identity.Secret;
import io.github.usermediaplug.message.Whoami;
import io.github.usermediaplug.presence.Connection;
import io.github.usermediaplug.socket.Closing;
import io.github.usermediaplug.socket.Frame;
import io.github.usermediaplug.socket.Outbound;
import io.github.usermediaplug.socket.TextParts;
import jakarta.websocket.Session;
import java.util.Optional;
import java.util.concurrent.Future;

/** One client at the door: its texts come in through an inbox and go out through one writer. */
final class MetaConnection implements Connection {

  /** How much a client may leave unread before it is given up. */
  private static final long MAX_BACKLOG = 1 << 20;

  private final Session session;
  private final MetaDoor door;
  private final Exchange exchange;
  private final Outbound outbound;
  private final Inbox inbox;
  private final TextParts parts; // by the container's reader
  private volatile Secret resume = Secret.fresh(); // in a turn
  private volatile String user = ""; // in a turn
  private volatile Future<?> whoamiTimeout;

  MetaConnection(
      Session session,
      MetaDoor door,
      Exchange exchange,
      Outbound outbound,
      Dispatcher dispatcher,
      long textLimit) {
    this.session = session;
    this.door = door;
    this.exchange = exchange;
    this.outbound = outbound;
    this.inbox = new Inbox(text -> dispatcher.handle(this, text));
    this.parts = new TextParts(textLimit);
  }

  void text(String part, boolean last) {
    if (!parts.add(part)) {
      close(Closing.TOO_BIG);
    } else if (last && !inbox.add(parts.take().text())) {
      close(Closing.TOO_MANY_WAITING);
    }
  }

  void binary() {
    close(Closing.TEXT_ONLY);
  }

  void closed() {
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

  boolean isIdle() {
    return inbox.isIdle();
  }

  /** Gives a client up that reads nothing, or too little for what is sent to it. */
  void giveUpIfStalled(long stallNanos) {
    if (outbound.stalledNanos() > stallNanos
        || outbound.backlog() > MAX_BACKLOG
        || outbound.isOverdue()) {
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
    exchange.afterwards(outbound::flush);
  }

  @Override
  public void close(Closing reason) {
    exchange.afterwards(() -> outbound.finish(reason));
  }
}
