package io.github.usermediaplug.it.model;

import io.github.usermediaplug.it.client.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ringing calls and pairs: the rules of the contract's page, written once more. */
final class Calls {
  record Ring(Person caller, Person callee, Clocks.Clock timeout) {
    boolean isOf(Person person) {
      return caller == person || callee == person;
    }
  }

  private static final int LATELY = 3;

  private final World world;
  private final List<Ring> rings = new ArrayList<>();
  private final List<Pairing> pairs = new ArrayList<>();

  /** Of whom something rang or lasted not long ago: what they do now must find it gone. */
  private final Deque<Two> lately = new ArrayDeque<>();

  /** Why each pair that ended did, by its id. */
  private final Map<String, String> ended = new LinkedHashMap<>();

  Calls(World world) {
    this.world = world;
  }

  Map<String, String> ended() {
    return ended;
  }

  Optional<Pairing> pair(Person one, Person other) {
    return pairs.stream().filter(pair -> pair.isOf(one, other)).findFirst();
  }

  List<Pairing> pairsOf(Person person) {
    return pairs.stream().filter(pair -> pair.isOf(person)).toList();
  }

  private Optional<Ring> ring(Person caller, Person callee) {
    return rings.stream()
        .filter(ring -> ring.caller() == caller && ring.callee() == callee)
        .findFirst();
  }

  List<Ring> rings() {
    return rings;
  }

  List<Pairing> pairs() {
    return pairs;
  }

  Collection<Two> lately() {
    return lately;
  }

  private void isOver(Person one, Person other) {
    if (lately.size() == LATELY) {
      lately.remove();
    }
    lately.add(new Two(one, other));
  }

  void call(Person user, Person peer) {
    var message = World.message("call", user, peer);
    if (user == peer) {
      world.refused(user, message, "bad-message");
    } else if (!user.isRegistered() || !peer.isRegistered()) {
      world.refused(user, message, "unknown-user");
    } else if (pair(user, peer).isPresent()) {
      world.refused(user, message, "already-paired");
    } else if (ring(user, peer).isPresent()) {
      world.refused(user, message, "call-exists");
    } else if (ring(peer, user).isPresent()) {
      world.succeeds(user, message);
      begin(ring(peer, user).get());
    } else if (!peer.isOnline()) {
      world.refused(user, message, "peer-offline");
    } else {
      world.succeeds(user, message);
      peer.hears(World.told("call", user, peer));
      // The time begins before the reply comes.
      rings.add(new Ring(user, peer, world.clocks().start(() -> timeOut(user, peer))));
    }
  }

  private void timeOut(Person caller, Person callee) {
    remove(ring(caller, callee).orElseThrow());
    callee.hears(World.told("cancel", caller, callee, "timeout"));
    caller.hears(World.told("cancel", caller, callee, "timeout"));
  }

  void cancel(Person user, Person peer) {
    endRing("cancel", user, peer, ring(user, peer));
  }

  void reject(Person user, Person peer) {
    endRing("reject", user, peer, ring(peer, user));
  }

  private void endRing(String type, Person user, Person peer, Optional<Ring> ring) {
    if (ring.isEmpty()) {
      world.refused(user, World.message(type, user, peer), "no-such-call");
    } else {
      world.succeeds(user, World.message(type, user, peer));
      peer.hears(World.told(type, user, peer));
      remove(ring.get());
    }
  }

  private void remove(Ring ring) {
    rings.remove(ring);
    world.clocks().stop(ring.timeout());
    isOver(ring.caller(), ring.callee());
  }

  void accept(Person user, Person peer) {
    Optional<Ring> ring = ring(peer, user);
    if (ring.isEmpty()) {
      world.refused(user, World.message("accept", user, peer), "no-such-call");
    } else {
      world.succeeds(user, World.message("accept", user, peer));
      begin(ring.get());
    }
  }

  private void begin(Ring ring) {
    remove(ring);
    ring.caller().hears(World.told("accept", ring.callee(), ring.caller()));
    Pairing pair = new Pairing(ring.caller(), ring.callee());
    pairs.add(pair);
    pair.joining = Optional.of(world.clocks().start(() -> endByItself(pair, "media-timeout")));
    pair.ends().forEach(end -> end.person().hears(dialled(pair, end)));
  }

  private Wanted dialled(Pairing pair, Pairing.End end) {
    return Wanted.json(
        heard -> {
          end.got(heard.getString("ticket"));
          if (!pair.id.isEmpty() && !pair.id.equals(heard.getString("pair"))) {
            throw new AssertionError(heard + " is of another pair than " + pair.id);
          }
          pair.id = heard.getString("pair");
        },
        "type",
        "force-call",
        "peer",
        pair.other(end).person().name(),
        "pair",
        pair.id.isEmpty() ? Wanted.ANYTHING : pair.id,
        "ticket",
        Wanted.ANYTHING,
        "media",
        Wanted.ANYTHING);
  }

  void unpair(Person user, Person peer) {
    Optional<Pairing> pair = pair(user, peer);
    if (pair.isEmpty()) {
      world.refused(user, World.message("unpair", user, peer), "not-paired");
    } else {
      world.succeeds(user, World.message("unpair", user, peer));
      peer.hears(World.told("unpair", user, peer));
      end(pair.get(), "hang-up");
    }
  }

  void endByItself(Pairing pair, String noticed) {
    boolean gone = pair.ends().stream().anyMatch(end -> end.absent);
    String reason = gone && noticed.equals("media-timeout") ? "offline" : noticed;
    for (Pairing.End end : pair.ends()) {
      Person other = pair.other(end).person();
      end.person().hears(World.told("unpair", other, end.person(), reason));
    }
    end(pair, reason);
  }

  private void end(Pairing pair, String reason) {
    pairs.remove(pair);
    isOver(pair.ends().get(0).person(), pair.ends().get(1).person());
    ended.put(pair.id, reason);
    pair.joining.ifPresent(world.clocks()::stop);
    for (Pairing.End end : pair.ends()) {
      end.grace.ifPresent(world.clocks()::stop);
      end.rejoin.ifPresent(world.clocks()::stop);
      // A join that was not answered yet may come too late.
      boolean heard = end.open;
      end.media.ifPresent(
          line -> line.wantsEnd(heard ? new Integer[] {1000} : new Integer[] {1000, 1008}));
    }
  }

  void signal(Person user, Person peer, String data) {
    var message = Json.of("type", "signal", "user", user.name(), "peer", peer.name(), "data", data);
    if (ring(user, peer).isEmpty() && ring(peer, user).isEmpty() && pair(user, peer).isEmpty()) {
      world.refused(user, message, "not-paired");
    } else {
      world.succeeds(user, message);
      peer.hears(
          Wanted.json("type", "signal", "user", user.name(), "peer", peer.name(), "data", data));
    }
  }

  void ticket(Person user, Person peer) {
    Optional<Pairing> pair = pair(user, peer);
    if (pair.isEmpty()) {
      world.refused(user, World.message("ticket", user, peer), "not-paired");
    } else {
      world.succeeds(
          user,
          heard -> pair.get().end(user).got(heard.getString("ticket")),
          World.message("ticket", user, peer),
          "ticket",
          Wanted.ANYTHING,
          "media",
          Wanted.ANYTHING);
    }
  }

  /** A user's line is lost. */
  void lose(Person user) {
    for (Ring ring : rings.stream().filter(one -> one.isOf(user)).toList()) {
      remove(ring);
      if (ring.caller() == user) {
        ring.callee().hears(World.told("cancel", user, ring.callee(), "offline"));
      } else {
        ring.caller().hears(World.told("reject", user, ring.caller(), "offline"));
      }
    }
    for (Pairing pair : pairsOf(user)) {
      Pairing.End end = pair.end(user);
      end.absent = true;
      end.grace = Optional.of(world.clocks().start(() -> endByItself(pair, "offline")));
    }
  }

  /** A user is on a new line: what lasts and what rings is told to it. */
  void remind(Person user, Line line) {
    List<Wanted> dialled = new ArrayList<>();
    for (Pairing pair : pairsOf(user)) {
      Pairing.End end = pair.end(user);
      end.absent = false;
      end.grace.ifPresent(world.clocks()::stop);
      dialled.add(dialled(pair, end));
    }
    line.wants(dialled);
    line.wants(
        rings.stream()
            .filter(ring -> ring.callee() == user)
            .map(ring -> World.told("call", ring.caller(), user))
            .toList());
  }
}
