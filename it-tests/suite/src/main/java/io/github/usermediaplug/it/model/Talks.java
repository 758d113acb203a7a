package io.github.usermediaplug.it.model;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Message;
import java.util.Optional;

/** What pairs do on /media. */
final class Talks {
  private final World world;
  private final Calls calls;

  Talks(World world, Calls calls) {
    this.world = world;
    this.calls = calls;
  }

  void join(Person user, Person peer) {
    Optional<Pairing> pair = calls.pair(user, peer);
    if (pair.isEmpty() || pair.get().other(pair.get().end(user)).unseen) {
      return;
    }
    Pairing.End end = pair.get().end(user);
    if (end.media.isPresent() && !end.open) {
      // Nobody can tell yet that this one has come in; of two at once either may be the later.
      return;
    }
    Optional<String> ticket = end.useTicket();
    if (ticket.isPresent()) {
      Line line = world.openMedia(user);
      line.say(joining(user, peer, ticket.get()));
      end.media.ifPresent(old -> old.wantsEnd(1000));
      joined(pair.get(), end, line);
    }
  }

  private static Message joining(Person user, Person peer, String ticket) {
    return Message.text(
        Json.of("type", "join", "user", user.name(), "peer", peer.name(), "ticket", ticket)
            .toString());
  }

  private void joined(Pairing pair, Pairing.End end, Line line) {
    Pairing.End other = pair.other(end);
    end.media = Optional.of(line);
    end.open = false;
    end.unseen = false;
    end.rejoin.ifPresent(world.clocks()::stop);
    if (other.media.isPresent()) {
      pair.joining.ifPresent(world.clocks()::stop);
      pair.ends().forEach(one -> open(one, pair.other(one).person()));
    }
  }

  private static void open(Pairing.End end, Person peer) {
    Line line = end.media.orElseThrow();
    line.wants(Wanted.json("type", "pair", "peer", peer.name(), "window", 1 << 20));
    end.open = true;
    end.kept.forEach(message -> line.wants(Wanted.same(message)));
    end.kept.clear();
  }

  /** With a ticket that is none, or none any more, where the text is empty. */
  void joinWrongly(Person user, Person peer, String text) {
    String ticket =
        calls.pair(user, peer).flatMap(pair -> pair.end(user).usedTicket()).orElse("guessed");
    Line line = world.openMedia(user);
    line.say(text.isEmpty() ? joining(user, peer, ticket) : Message.text(text));
    line.wantsEnd(1008);
  }

  void lurk(Person user) {
    Line line = world.openMedia(user);
    world.clocks().start(() -> line.wantsEnd(1008));
  }

  void say(Person user, Person peer, Message message) {
    Optional<Pairing> pair = calls.pair(user, peer).filter(one -> one.end(user).open);
    if (pair.isPresent()) {
      Pairing.End other = pair.get().other(pair.get().end(user));
      pair.get().end(user).media.orElseThrow().say(message);
      if (other.open) {
        other.media.orElseThrow().wants(Wanted.same(message));
      } else {
        other.kept.add(message);
      }
    }
  }

  void speakEarly(Person user, Person peer) {
    Optional<Pairing> pair =
        calls
            .pair(user, peer)
            .filter(one -> one.end(user).media.isPresent() && !one.end(user).open);
    if (pair.isPresent()) {
      Line line = pair.get().end(user).media.orElseThrow();
      line.say(Message.text("too early"));
      line.wantsEnd(1008);
      lost(pair.get(), pair.get().end(user));
    }
  }

  void drop(Person user, Person peer, boolean abruptly) {
    Optional<Pairing> pair = calls.pair(user, peer).filter(one -> one.end(user).media.isPresent());
    if (pair.isPresent()) {
      Line line = pair.get().end(user).media.orElseThrow();
      if (abruptly) {
        line.cut();
      } else {
        line.close();
      }
      world.ended(line);
      lost(pair.get(), pair.get().end(user));
    }
  }

  private void lost(Pairing pair, Pairing.End end) {
    Pairing.End other = pair.other(end);
    end.media = Optional.empty();
    end.open = false;
    end.unseen = !other.open;
    end.rejoin = Optional.of(world.clocks().start(() -> calls.endByItself(pair, "media-timeout")));
    if (other.open) {
      other.media.orElseThrow().wants(Wanted.json("type", "hold"));
    }
  }
}
