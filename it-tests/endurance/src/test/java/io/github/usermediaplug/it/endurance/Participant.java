package io.github.usermediaplug.it.endurance;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.endurance.Story.With;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One user under load, on one thread: hears what has come, holds it to its story, and does
 * something now and then, well below what one connection is allowed.
 */
final class Participant {
  private static final List<String> NONSENSE =
      List.of("", "{", "[]", "{\"type\":7}", "{\"x\":{\"y\":[", "\"call\"", "{\"type\":\"x\"} x");
  private static final List<String> ANYHOW = List.of("accept", "cancel", "unpair", "reject");

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final String name;
  private final List<String> others;
  private final URI server;
  private final Random random;
  private final Tally tally;
  private final Station station;
  private final Story story;
  private final Map<String, Talk> talks = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
  private final Map<String, Station.Asked> doubts = new HashMap<>();

  Participant(String name, List<String> crowd, URI server, Random random, Tally tally) {
    this.name = name;
    this.others = crowd.stream().filter(other -> !other.equals(name)).toList();
    this.server = server;
    this.random = random;
    this.tally = tally;
    this.station = new Station(name, server, random, tally);
    this.story = new Story(name);
  }

  /** Takes part until it is over, hears all replies, then goes, one way or the other. */
  void takePart(BooleanSupplier over) throws IOException {
    connect();
    while (!over.getAsBoolean()) {
      hear();
      act();
      LockSupport.parkNanos(TICK_NANOS);
    }
    talks.values().forEach(Talk::drop);
    for (var last = station.awaited(); last.isPresent(); last = station.awaited()) {
      hear(last.get());
    }
    talks.values().forEach(Talk::drop);
    if (random.nextBoolean()) {
      station.close();
    } else {
      station.cut();
    }
  }

  void tidyUp() {
    station.tidyUp();
  }

  private void connect() throws IOException {
    station.connect();
    status();
  }

  private void hear() throws IOException {
    for (var message = station.next(); message.isPresent(); message = station.next()) {
      hear(message.get());
    }
    for (Map.Entry<String, Talk> each : talks.entrySet()) {
      each.getValue().hear();
      if (each.getValue().impliesUnpaired() && story.with(each.getKey()) == With.PAIRED) {
        doubt(each.getKey());
      }
    }
    talks.values().removeIf(Talk::hasEnded);
  }

  private void hear(JsonObject message) {
    if (Station.isReply(message)) {
      replied(message);
    } else {
      pushed(message);
    }
  }

  /**
   * Media has ended, by a close that means the end of the pair or by a reset that may have
   * swallowed it: who asks now must hear that they are not paired, or, before that, how the pair
   * ended.
   */
  private void doubt(String peer) {
    tally.add("doubts");
    doubts.put(peer, station.sayMarked(peer, "ticket", "peer", peer));
  }

  private void replied(JsonObject reply) {
    Station.Asked to = station.answered(reply);
    if (!to.peer().isEmpty()) {
      String error = reply.getString("error", "");
      story.replied(to.type(), to.peer(), error);
      if (doubts.remove(to.peer(), to) && error.isEmpty()) {
        throw new AssertionError(
            name + " is paired with " + to.peer() + ", whose media ended: " + tally);
      }
      if (to.type().equals("ticket") && error.isEmpty()) {
        talk(to.peer(), reply.getString("ticket"));
      } else if (to.type().equals("unpair")) {
        end(to.peer());
      }
    }
  }

  private void pushed(JsonObject push) {
    String type = push.getString("type");
    String peer = story.pushed(push);
    tally.add(("told " + type + " " + push.getString("reason", "")).strip());
    if (type.equals("force-call")) {
      talk(peer, push.getString("ticket"));
    } else if (type.equals("unpair")) {
      end(peer);
    }
  }

  private void talk(String peer, String ticket) {
    Optional<Talk> earlier = Optional.ofNullable(talks.remove(peer));
    earlier.ifPresent(Talk::drop);
    String join = Json.of("type", "join", "user", name, "peer", peer, "ticket", ticket).toString();
    Line line = new Line(new Exchange(server).slowMedia(name));
    talks.put(peer, new Talk(line, join, earlier.isEmpty(), tally));
    tally.add("media joins");
  }

  private void end(String peer) {
    doubts.remove(peer);
    Talk talk = talks.remove(peer);
    if (talk != null && random.nextBoolean()) {
      talk.close();
    } else if (talk != null) {
      talk.drop();
    }
  }

  private void act() throws IOException {
    for (Map.Entry<String, Talk> each : talks.entrySet()) {
      if (random.nextInt(3) == 0) {
        long number = numbers.getOrDefault(each.getKey(), 0L);
        numbers.put(each.getKey(), each.getValue().say(number, random));
      }
    }
    int chance = random.nextInt(1000);
    if (chance < 2) {
      disturb();
    } else if (chance < 40) {
      ask();
    } else if (chance < 100) {
      answer();
    } else if (chance < 130) {
      step(random.nextInt(4) == 0 ? "signal" : "call", any(others));
    } else if (chance < 135) {
      any(With.CALLING).ifPresent(peer -> step("cancel", peer));
    } else if (chance < 145) {
      any(With.PAIRED).ifPresent(peer -> step("unpair", peer));
    } else if (chance < 150) {
      any(With.PAIRED).ifPresent(peer -> step("ticket", peer));
    } else if (chance < 155) {
      step(any(ANYHOW), any(others));
    }
  }

  /** Accepts mostly, and now and then lets it ring until its time is over. */
  private void answer() {
    Optional<String> caller = any(With.RUNG);
    if (caller.isPresent() && random.nextInt(4) > 0) {
      step(random.nextInt(5) == 0 ? "reject" : "accept", caller.get());
    }
  }

  /** A line is lost in one of the ways lines are lost, and there is another. */
  private void disturb() throws IOException {
    switch (random.nextInt(5)) {
      case 0 -> {
        station.close();
        comeBack("closed");
      }
      case 1 -> {
        station.cut();
        comeBack("cut");
      }
      case 2 -> {
        station.takeOver();
        interrupted();
        tally.add("taken over");
      }
      case 3 -> talks.values().stream().findAny().ifPresent(Talk::drop);
      default -> {
        if (station.fallSilent()) {
          // Until the server misses it there is no coming back, and nobody to answer pings.
          talks.values().forEach(Talk::drop);
          comeBack("fell silent");
        }
      }
    }
  }

  private void comeBack(String how) throws IOException {
    tally.add(how);
    interrupted();
    connect();
  }

  private void interrupted() {
    story.interrupted();
    doubts.clear();
  }

  private void ask() {
    switch (random.nextInt(5)) {
      case 0 -> station.sayNonsense(any(NONSENSE));
      case 1 -> status();
      case 2 -> station.say("", random.nextBoolean() ? "peers" : "peers-online");
      default -> {
        String type = random.nextBoolean() ? "add-peers" : "del-peers";
        station.say("", type, "peers", List.of(any(others), "p" + random.nextInt(50)));
      }
    }
  }

  private void status() {
    station.say("", "status", "status", "s" + random.nextInt(9));
  }

  private void step(String type, String peer) {
    if (type.equals("signal")) {
      station.say(peer, type, "peer", peer, "data", "d".repeat(random.nextInt(300)));
    } else {
      station.say(peer, type, "peer", peer);
    }
  }

  private Optional<String> any(With state) {
    List<String> peers = story.all(state);
    return peers.isEmpty() ? Optional.empty() : Optional.of(any(peers));
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
