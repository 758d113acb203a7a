package io.github.usermediaplug.it.endurance;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.SlowLink;
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

  /** One line in so many goes by a way that may fall silent. */
  private static final int BY_CABLE = 4;

  private final String name;
  private final URI server;
  private final Random random;
  private final Tally tally;
  private final Deque<Asked> asked = new ArrayDeque<>();
  private final List<SilentCable> cables = new ArrayList<>();
  private Optional<SilentCable> cable = Optional.empty();
  private SlowLink line;
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
    SlowLink old = line;
    open();
    JsonObject reply = ask(Json.of("type", "whoami", "user", name, "resume", resume));
    if (!reply.getBoolean("ok")) {
      throw new AssertionError(name + " can't take over: " + reply);
    }
    old.cut();
  }

  private JsonObject ask(JsonObject message) throws IOException {
    line.send(message.toString());
    return Json.parse(line.read().text());
  }

  private void open() throws IOException {
    URI way = server;
    cable = Optional.empty();
    if (random.nextInt(BY_CABLE) == 0) {
      SilentCable own = new SilentCable(server.getPort());
      cables.add(own);
      cable = Optional.of(own);
      way = URI.create("http://127.0.0.1:" + own.port() + server.getPath());
    }
    line = new Exchange(way).slowMeta(name);
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
    cable.ifPresent(SilentCable::fallSilent);
    return cable.isPresent();
  }

  /** What fell silent hangs there until now; the server should not have waited for it. */
  void tidyUp() {
    cables.forEach(SilentCable::close);
    cables.clear();
  }

  void say(String peer, String type, Object... more) {
    List<Object> fields = new ArrayList<>(List.of("type", type, "user", name));
    fields.addAll(List.of(more));
    Optional<Integer> tx = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(count++);
    tx.ifPresent(mark -> fields.addAll(List.of("tx", mark)));
    line.send(Json.of(fields.toArray()).toString());
    asked.add(new Asked(type, peer, tx));
  }

  void sayNonsense(String text) {
    line.send(text);
    asked.add(new Asked("unknown", "", Optional.empty()));
  }

  /** What has come and was not yet taken. */
  Optional<JsonObject> next() throws IOException {
    return line.poll().map(message -> Json.parse(message.text()));
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
