package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Role;
import io.github.usermediaplug.bench.subject.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Brings pairs into being, by whatever the subject asks for. */
public final class Pairs {

  private Pairs() {}

  /** So many pairs, named so, each ready to be sent through. */
  public static List<Pair> make(Reactor reactor, Running subject, String name, int count) {
    Room room = new Room(reactor, subject);
    return subject.subject().role() == Role.PRODUCT
        ? byCalls(room, name, count)
        : byName(room, subject.subject().role(), name, count);
  }

  private static List<Pair> byName(Room room, Role role, String prefix, int count) {
    Function<Integer, String> name = line -> prefix + "-" + line / 2;
    List<Conversation> lines =
        role == Role.RAW
            ? room.openPlain(2 * count, name)
            : room.open(2 * count, line -> "/relay/" + name.apply(line));
    return paired(room, lines, List.of());
  }

  /** As the contract has it: who one is, a call, its acceptance, the media line of each. */
  private static List<Pair> byCalls(Room room, String name, int count) {
    Users users = Users.arriveInTwos(room, name, 2 * count);
    List<Conversation> metas = users.lines();
    for (int i = 0; i < metas.size(); i += 2) {
      metas.get(i).say(users.step("call", i, i + 1));
    }
    for (int i = 1; i < metas.size(); i += 2) {
      Conversation callee = metas.get(i);
      room.await(List.of(callee), "a call", one -> one.hasHeard("call"));
      callee.say(users.step("accept", i, i - 1));
    }
    room.await(metas, "a ticket", one -> one.hasHeard("force-call"));
    List<Conversation> media = room.open(metas.size(), line -> "/media");
    for (int i = 0; i < media.size(); i++) {
      media
          .get(i)
          .say(
              Json.object(
                  "type", "join",
                  "user", users.name(i),
                  "peer", users.name(i ^ 1),
                  "ticket", metas.get(i).field("force-call", "ticket")));
    }
    return paired(room, media, metas);
  }

  private static List<Pair> paired(Room room, List<Conversation> lines, List<Conversation> metas) {
    room.await(lines, "the pair", one -> one.hasHeard("pair"));
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < lines.size(); i += 2) {
      String window = lines.get(i).field("pair", "window");
      pairs.add(
          new Pair(
              lines.get(i).line(),
              lines.get(i + 1).line(),
              window.isEmpty() ? Pair.WINDOW : Long.parseLong(window),
              metas.isEmpty() ? List.of() : List.of(metas.get(i).line(), metas.get(i + 1).line())));
    }
    return pairs;
  }
}
