package io.github.usermediaplug.bench.talk;

import java.util.List;
import java.util.function.BiFunction;

/** Users on {@code /meta}. */
public final class Users {

  private final String prefix;
  private final List<Conversation> lines;

  private Users(String prefix, List<Conversation> lines) {
    this.prefix = prefix;
    this.lines = lines;
  }

  /** Users connect and say who they are, by this prefix and their index. */
  public static Users identify(Room room, String prefix, int from, int to) {
    Users users = new Users(prefix, room.open(to - from, line -> "/meta"));
    room.ask(users.lines, user -> users.say("whoami", from + user), "res:whoami");
    return users;
  }

  /** So many users come in, are registered, each with the same peers, and go online. */
  static Users arrive(Room room, String prefix, int count, String... peers) {
    return arrive(room, prefix, count, (users, user) -> peers);
  }

  /** The same in twos, each with the other as its peer, so that they may call each other. */
  public static Users arriveInTwos(Room room, String prefix, int count) {
    return arrive(room, prefix, count, (users, user) -> new String[] {users.name(user ^ 1)});
  }

  private static Users arrive(
      Room room, String prefix, int count, BiFunction<Users, Integer, String[]> peers) {
    Users users = identify(room, prefix, 0, count);
    room.ask(
        users.lines,
        user -> users.peers("reg-user", user, peers.apply(users, user)),
        "res:reg-user");
    room.ask(users.lines, users::online, "res:status");
    return users;
  }

  /** Their lines, by their index. */
  public List<Conversation> lines() {
    return lines;
  }

  /** The name of one. */
  public String name(int user) {
    return prefix + "-" + user;
  }

  /** What makes a user seen. */
  String online(int user) {
    return Json.object("type", "status", "user", name(user), "status", "online");
  }

  /** A step of a call from one to another. */
  String step(String type, int from, int to) {
    return Json.object("type", type, "user", name(from), "peer", name(to));
  }

  /** A change of a user's peers. */
  public String peers(String type, int user, String... peers) {
    return Json.object("type", type, "user", name(user), "peers", Json.array(peers));
  }

  private String say(String type, int user) {
    return Json.object("type", type, "user", name(user));
  }
}
