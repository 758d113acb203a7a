package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Greeting;
import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.LineListener;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Running;
import java.nio.ByteBuffer;

/**
 * Two users of whom one calls the other now and then: a call, its acceptance, a picture to the
 * callee where they have media, and the end. A call is lost if a part of it is refused, if somebody
 * else ends it, or if it is not through in five seconds.
 *
 * <p>Listens in the reactor's thread; calls may be begun in another.
 */
public final class HonestCall {

  private static final long PATIENCE_NANOS = 5_000_000_000L;
  private static final int PICTURE = 64 << 10;

  /** In several parts, for which a server needs memory until the message is whole. */
  private static final ByteBuffer PICTURE_IN_PARTS = Frames.binaryInParts(PICTURE, 16 << 10);

  private final Reactor reactor;
  private final Running subject;
  private final Tally tally;
  private final boolean hasMedia;
  private final Side caller;
  private final Side callee;

  // Guarded by this.
  private boolean isUnderWay;
  private boolean isEnding;
  private long begunNanos;
  private final StringBuilder steps = new StringBuilder();

  /**
   * Between two users who are there.
   *
   * @param hasMedia whether they send a picture
   * @param callersLine the caller's, on {@code /meta}; nobody else listens on it from now on
   * @param calleesLine the callee's, likewise
   */
  public HonestCall(
      Reactor reactor,
      Running subject,
      Tally tally,
      boolean hasMedia,
      String caller,
      Line callersLine,
      String callee,
      Line calleesLine) {
    this.reactor = reactor;
    this.subject = subject;
    this.tally = tally;
    this.hasMedia = hasMedia;
    this.caller = new Side(caller, callee, callersLine);
    this.callee = new Side(callee, caller, calleesLine);
    callersLine.listen(this.caller);
    calleesLine.listen(this.callee);
  }

  /** A call is due; there is none if the last one is still within its time. */
  public synchronized void begin() {
    if (!isThrough()) {
      return;
    }
    giveUp();
    tally.begun();
    isUnderWay = true;
    isEnding = false;
    begunNanos = System.nanoTime();
    steps.setLength(0);
    caller.knows = false;
    callee.knows = false;
    caller.say("call");
  }

  /** Whether no call is under way, or the one that is has had its time. */
  public synchronized boolean isThrough() {
    return !isUnderWay || System.nanoTime() - begunNanos > PATIENCE_NANOS;
  }

  /** A call that is still under way is lost. */
  public synchronized void giveUp() {
    if (isUnderWay) {
      lose("not through after " + (System.nanoTime() - begunNanos) / 1_000_000 + " ms");
    }
  }

  private void lose(String why) {
    isUnderWay = false;
    tally.lost(caller.user + " calls " + caller.peer + ": " + why + "; before that:" + steps);
    caller.say("cancel");
    caller.say("unpair");
    caller.leave();
    callee.leave();
  }

  private synchronized void heard(Side side, String text) {
    if (!isUnderWay) {
      return;
    }
    String type = Json.field(text, "type");
    if (type.equals("res")) {
      step(side, "the reply to " + Json.field(text, "for"));
      side.knows |= Json.field(text, "for").equals("call");
      reply(text);
    } else if (side.isAboutPeer(text)) {
      step(side, type);
      switch (type) {
        case "call" -> {
          side.knows = true;
          callee.say("accept");
        }
        case "force-call" -> paired(side, Json.field(text, "ticket"));
        case "cancel", "reject", "unpair" -> {
          // What comes sooner is about the call before.
          if (!isEnding && side.knows) {
            lose(text);
          }
        }
        default -> {
          // An acceptance, or a status.
        }
      }
    }
  }

  /** What has happened in this call is told with its loss. */
  private void step(Side side, String what) {
    steps.append(side == caller ? " caller " : " callee ").append(what).append(',');
  }

  private void reply(String text) {
    if (isEnding && Json.field(text, "for").equals("unpair")) {
      isUnderWay = false;
      caller.leave();
      callee.leave();
    } else if (text.contains("\"ok\":false") && Json.field(text, "for").matches("call|accept")) {
      lose(text);
    }
  }

  private void paired(Side side, String ticket) {
    if (hasMedia) {
      side.join(ticket);
    } else if (side == caller) {
      end();
    }
  }

  private void end() {
    isEnding = true;
    caller.say("unpair");
  }

  private synchronized void joined(Media joined) {
    if (isUnderWay) {
      step(caller.media == joined ? caller : callee, "pair");
      joined.isReady = true;
      if (caller.isReady() && callee.isReady()) {
        caller.media.line.send(PICTURE_IN_PARTS);
      }
    }
  }

  private synchronized void seen(long length) {
    if (isUnderWay && length == PICTURE) {
      end();
    }
  }

  private synchronized void closed(String what, String reason) {
    if (isUnderWay && !isEnding) {
      lose(what + " ended: " + reason);
    }
  }

  /** One of the two. */
  private final class Side implements LineListener {

    private final String user;
    private final String peer;
    private final Line meta;
    private Media media;
    private boolean knows; // of this call

    private Side(String user, String peer, Line meta) {
      this.user = user;
      this.peer = peer;
      this.meta = meta;
    }

    private void say(String step) {
      meta.send(Frames.text(Json.object("type", step, "user", user, "peer", peer)));
    }

    /** Others may call, too. */
    private boolean isAboutPeer(String text) {
      return Json.field(text, "user").equals(peer) || Json.field(text, "peer").equals(peer);
    }

    private void join(String ticket) {
      media = new Media(Json.object("type", "join", "user", user, "peer", peer, "ticket", ticket));
      media.line =
          reactor.connect(
              subject.port(),
              Greeting.webSocket(subject.subject().context() + "/media", subject.port()),
              media);
    }

    private boolean isReady() {
      return media != null && media.isReady;
    }

    private void leave() {
      media = null;
    }

    @Override
    public void text(Line line, String text) {
      heard(this, text);
    }

    @Override
    public void closed(Line line, String reason) {
      HonestCall.this.closed("the line of " + user, reason);
    }
  }

  /** A media line of one of them, for one call; the server ends it when the call is over. */
  private final class Media implements LineListener {

    private final String join;
    private Line line;
    private boolean isReady;

    private Media(String join) {
      this.join = join;
    }

    @Override
    public void opened(Line opened) {
      opened.send(Frames.text(join));
    }

    @Override
    public void text(Line from, String text) {
      if (Json.isType(text, "pair")) {
        joined(this);
      }
    }

    @Override
    public void binary(Line from, long length, long stamp) {
      seen(length);
    }

    @Override
    public void closed(Line from, String reason) {
      if (caller.media == this || callee.media == this) {
        HonestCall.this.closed("media", reason);
      }
    }
  }
}
