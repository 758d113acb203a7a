package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.talk.Conversation;
import io.github.usermediaplug.bench.talk.Json;
import io.github.usermediaplug.bench.talk.Room;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/** An attacker with a name, who comes back a second after the product has ended its line. */
final class Account extends Conversation {

  private static final long PAUSE_NANOS = 1_000_000_000L;

  private final Stage stage;
  private final String name;
  private Consumer<String> hears = text -> {};
  private long connectedNanos;

  Account(Stage stage, String name) {
    this.stage = stage;
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Who hears, besides. */
  void hears(Consumer<String> who) {
    hears = who;
  }

  /** Connects; once that is through, says who it is and that it is online. */
  void connect() {
    connectedNanos = System.nanoTime();
    on(stage.connect("/meta", this));
  }

  void awaitIn(Room room) {
    room.await(List.of(this), name + " is online", one -> one.hasHeard("res:status"));
  }

  /**
   * Sends a frame, unless the product does not take what was sent before, or the line has ended;
   * then it connects anew where it is time.
   */
  void send(ByteBuffer frame) {
    if (line().ending() != null) {
      if (System.nanoTime() - connectedNanos > PAUSE_NANOS) {
        connect();
      }
    } else if (line().isOpen() && !line().isBehind()) {
      line().send(frame);
      stage.sent();
    }
  }

  /** A step of a call. */
  void step(String type, String peer) {
    send(Frames.text(Json.object("type", type, "user", name, "peer", peer)));
  }

  @Override
  public void opened(Line opened) {
    say(Json.object("type", "whoami", "user", name));
    say(Json.object("type", "status", "user", name, "status", "online"));
  }

  @Override
  public void text(Line from, String text) {
    super.text(from, text);
    hears.accept(text);
  }

  @Override
  public void closed(Line from, String reason) {
    super.closed(from, reason);
    stage.closed();
  }
}
