package io.github.usermediaplug.it.endurance;

import io.github.usermediaplug.it.client.Cable;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Message;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One user's line to /meta, one after the other: how it comes, what was asked on it and is to be
 * answered in that order, and the ways in which it is lost.
 */
final class Station {
  /** A message that was sent, and whom it was about; nobody where that is empty. */
  record Asked(String type, String peer, Optional<Integer> tx) {}

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /** One line in so many goes by a cable that may fall silent. */
  private static final int BY_CABLE = 2;

  private final String name;
  private final URI server;
  private final Random random;
  private final Tally tally;
  private final Deque<Asked> asked = new ArrayDeque<>();
  private final List<Cable> cables = new ArrayList<>();
  private Optional<Cable> cable = Optional.empty();
  private Line line;
  private String resume = "";
  private int count;

  Station(String name, URI server, Random random, Tally tally) {
    this.name = name;
    this.server = server;
    this.random = random;
    this.tally = tally;
  }

  /** Comes, and waits where its own line fell silent and the server has yet to miss it. */
  void connect() throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    open();
    JsonObject reply = ask(Json.of("type", "whoami", "user", name));
    while (!reply.getBoolean("ok")) {
      if (!reply.getString("error").equals("identity-taken") || System.nanoTime() > deadline) {
        throw new AssertionError(name + " can't come back: " + reply);
      }
      tally.add("held out");
      LockSupport.parkNanos(PAUSE_NANOS);
      reply = ask(Json.of("type", "whoami", "user", name));
    }
    resume = reply.getString("resume");
  }

  /** Another line takes this one's place. */
  void takeOver() throws IOException {
    Line old = line;
    open();
    JsonObject reply = ask(Json.of("type", "whoami", "user", name, "resume", resume));
    if (!reply.getBoolean("ok")) {
      throw new AssertionError(name + " can't take over: " + reply);
    }
    old.cut();
  }

  private JsonObject ask(JsonObject message) throws IOException {
    line.say(message.toString());
    return heard(line.await()).orElseThrow();
  }

  private void open() throws IOException {
    URI way = server;
    cable = Optional.empty();
    if (random.nextInt(BY_CABLE) == 0) {
      Cable own = Cable.to(server);
      cables.add(own);
      cable = Optional.of(own);
      way = own.uri();
    }
    line = new Line(new Exchange(way).slowMeta(name));
    asked.clear();
    tally.add("connections");
  }

  void close() {
    line.close();
  }

  void cut() {
    line.cut();
  }

  /** Says no where the line goes straight to the server. */
  boolean fallSilent() {
    cable.ifPresent(Cable::fallsSilent);
    return cable.isPresent();
  }

  /** What fell silent hangs there until now; the server should not have waited for it. */
  void tidyUp() {
    cables.forEach(Cable::close);
    cables.clear();
  }

  void say(String peer, String type, Object... more) {
    say(random.nextInt(3) == 0 ? Optional.empty() : Optional.of(count++), peer, type, more);
  }

  /** Says it with a mark, so that its reply can be told from that to any other. */
  Asked sayMarked(String peer, String type, Object... more) {
    return say(Optional.of(count++), peer, type, more);
  }

  private Asked say(Optional<Integer> tx, String peer, String type, Object... more) {
    List<Object> fields = new ArrayList<>(List.of("type", type, "user", name));
    fields.addAll(List.of(more));
    tx.ifPresent(mark -> fields.addAll(List.of("tx", mark)));
    line.say(Json.of(fields.toArray()).toString());
    Asked sent = new Asked(type, peer, tx);
    asked.add(sent);
    return sent;
  }

  void sayNonsense(String text) {
    line.say(text);
    asked.add(new Asked("unknown", "", Optional.empty()));
  }

  /** What has come and was not yet taken. */
  Optional<JsonObject> next() throws IOException {
    return heard(line.poll());
  }

  /** What comes next, which must be something as long as a message has no reply. */
  Optional<JsonObject> awaited() throws IOException {
    return asked.isEmpty() ? Optional.empty() : heard(line.await());
  }

  /** Who left a line does not listen to it any more: this one nobody may end. */
  private Optional<JsonObject> heard(Optional<Message> message) {
    line.endedByServer()
        .ifPresent(
            code -> {
              throw new AssertionError(name + "'s line ended with " + code + ", " + asked);
            });
    return message.map(said -> Json.parse(said.text()));
  }

  static boolean isReply(JsonObject message) {
    return List.of("res", "peers", "peers-online").contains(message.getString("type"));
  }

  /** What this is the reply to: the first that has none yet, and no other. */
  Asked answered(JsonObject reply) {
    Asked to = asked.remove();
    String type = reply.getString("for", reply.getString("type"));
    Optional<Integer> tx =
        reply.containsKey("tx") ? Optional.of(reply.getInt("tx")) : Optional.empty();
    boolean refused = reply.containsKey("error");
    tally.add(refused ? "refused" : "ok");
    boolean certain = to.peer().isEmpty();
    if (!to.type().equals(type)
        || !to.tx().equals(tx)
        || certain && refused != type.equals("unknown")) {
      throw new AssertionError(name + " asked " + to + ", and was answered " + reply);
    }
    return to;
  }
}
