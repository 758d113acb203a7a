package io.github.usermediaplug.media;

import io.github.usermediaplug.limit.Allowance;
import io.github.usermediaplug.limit.CallerAddress;
import io.github.usermediaplug.limit.Guest;
import io.github.usermediaplug.socket.BinaryParts;
import io.github.usermediaplug.socket.Closing;
import io.github.usermediaplug.socket.Frame;
import io.github.usermediaplug.socket.Heartbeat;
import io.github.usermediaplug.socket.MemoryBudget;
import io.github.usermediaplug.socket.MemoryOwner;
import io.github.usermediaplug.socket.MemoryShare;
import io.github.usermediaplug.socket.Outbound;
import io.github.usermediaplug.socket.Pacer;
import io.github.usermediaplug.socket.PingWindow;
import io.github.usermediaplug.socket.TextParts;
import io.github.usermediaplug.socket.Unfinished;
import io.github.usermediaplug.socket.intake.Intake;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Future;

/**
 * One client at the media door. Its reader, one thread at a time, puts messages together and hands
 * them to the bridge, once it has joined one.
 */
final class MediaConnection {

  /** The largest join, in bytes: who has shown no ticket gets little memory. */
  private static final long JOIN_LIMIT = 4096;

  private final MediaDoor door;
  private final Outbound outbound;
  private final Heartbeat heartbeat;
  private final Intake intake;
  private final Pacer pacer;
  private final MemoryBudget backlogs;
  private final MemoryShare backlogShare;
  private final Unfinished unfinished;
  private final Limits limits;
  private volatile TextParts texts = new TextParts(JOIN_LIMIT); // by the reader
  private volatile BinaryParts binaries; // by the reader
  private volatile Optional<Bridge> bridge = Optional.empty(); // by the reader
  private volatile Future<?> joinTimeout;
  private volatile Guest guest;

  MediaConnection(Session session, MediaDoor door, Terms terms, Limits limits) {
    this.door = door;
    this.intake = Intake.of(session, terms.threads()::read);
    Allowance allowance = new Allowance(limits.rate(), limits.burst());
    this.pacer = new Pacer(intake, terms.threads(), allowance::take);
    MemoryOwner owner = CallerAddress.memoryOwner(session);
    this.backlogs = terms.backlogs();
    this.backlogShare = backlogs.share(owner, this::evictBacklog);
    this.outbound =
        new Outbound(
            session,
            terms.threads(),
            backlogShare,
            intake.canWaitForOthers() ? Optional.empty() : Optional.of(new PingWindow(true)),
            this::progressed);
    outbound.whenPinged(() -> pacer.pinged(this::readOn));
    intake.whenNeedless(frames -> pacer.needless(frames, this::readOn));
    this.heartbeat =
        new Heartbeat(
            outbound, limits.pingInterval(), limits.stallTimeout(), terms.threads()::ping);
    this.binaries = new BinaryParts(limits.message());
    this.unfinished =
        new Unfinished(
            session, terms.threads(), limits.unfinishedOfStrangers(), owner, this::evictUnfinished);
    this.limits = limits;
  }

  Outbound outbound() {
    return outbound;
  }

  Pacer pacer() {
    return pacer;
  }

  void mustJoinBefore(Future<?> timeout) {
    joinTimeout = timeout;
  }

  void isCountedAs(Guest counted) {
    guest = counted;
  }

  void text(String part, boolean last) {
    if (outbound.isClosing()) {
      return;
    }
    intake.given(part.length(), last);
    TextParts parts = texts;
    if (!parts.add(part)) {
      outbound.finish(Closing.TOO_BIG);
    } else if (last) {
      whole();
      Frame.Text text = parts.take();
      bridge.ifPresentOrElse(to -> relay(text, to), () -> join(text.text()));
    } else {
      unfinished.grow(parts.memory());
    }
  }

  void binary(ByteBuffer part, boolean last) {
    if (outbound.isClosing()) {
      return;
    }
    intake.given(part.remaining(), last);
    BinaryParts parts = binaries;
    if (bridge.isEmpty()) {
      outbound.finish(Closing.JOIN_REFUSED);
    } else if (!parts.add(part, last)) {
      outbound.finish(Closing.TOO_BIG);
    } else if (last) {
      whole();
      relay(parts.take(), bridge.get());
    } else {
      unfinished.grow(parts.memory());
    }
  }

  private void relay(Frame frame, Bridge to) {
    if (frame instanceof Frame.Text text && BridgeMessage.isClaimedBy(text.text())) {
      outbound.finish(Closing.SERVERS_OWN);
    } else {
      to.relay(this, frame);
      pacer.read(frame, this::readOn);
    }
  }

  /** Its own speed keeps it from being read no more; its receiver may. */
  private void readOn() {
    bridge.ifPresentOrElse(to -> to.pace(this), pacer::readOn);
  }

  private void whole() {
    heartbeat.seen();
    unfinished.end();
  }

  private void evictUnfinished() {
    outbound.finish(Closing.NO_ROOM);
    texts = new TextParts(0);
    binaries = new BinaryParts(0);
  }

  private void evictBacklog() {
    bridge.ifPresentOrElse(Bridge::evict, () -> outbound.abandon(Closing.SLOW_CONSUMER));
  }

  /** Evicts what weighs most if memory is short. */
  void makeRoom() {
    backlogShare.makeRoom();
  }

  /** Keeps nothing any more, whatever still comes in. */
  void releaseMemory() {
    outbound.release();
    unfinished.release();
  }

  void pong(ByteBuffer data) {
    heartbeat.seen();
    outbound.pong(data);
  }

  /** Gives a client up that is silent, ends no message, or does not let itself be closed. */
  void check() {
    outbound.closeIfOverdue();
    if (pacer.waitsForOthers()) {
      // What it says meanwhile, its pongs too, is not read.
      heartbeat.seen();
      unfinished.excuse();
    }
    if (unfinished.isOlderThan(limits.messageTimeout().toNanos())) {
      outbound.finish(Closing.UNFINISHED);
    }
    if (!heartbeat.beat()) {
      outbound.abandon(Closing.NO_ANSWER);
      // The container tells of the end once the close has been answered; here nobody answers.
      closed();
    }
  }

  void closed() {
    // First of all: a join that comes in at this moment then finds the connection closing.
    outbound.abandon(Closing.BROKEN);
    joinTimeout.cancel(false);
    bridge.ifPresent(left -> left.leave(this));
    releaseMemory();
    guest.gone();
    door.left(this);
  }

  private void join(String text) {
    Optional<Join> join = Join.read(text);
    bridge = join.flatMap(door::bridgeFor);
    if (bridge.isEmpty()) {
      outbound.finish(Closing.JOIN_REFUSED);
      return;
    }
    joinTimeout.cancel(false);
    guest.known();
    texts = new TextParts(limits.message());
    unfinished.moveTo(limits.unfinished(), MemoryOwner.user(join.get().user()));
    backlogShare.moveTo(backlogs, MemoryOwner.user(join.get().peer()));
    bridge.get().join(join.get().user(), this);
  }

  private void progressed() {
    if (outbound.backlog() > 0) {
      // Its TCP has made room for one of several: it reads, though its pong is far behind.
      heartbeat.seen();
    }
    bridge.ifPresent(on -> on.progressed(this));
  }
}
