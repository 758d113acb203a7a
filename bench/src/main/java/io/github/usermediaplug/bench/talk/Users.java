package io.github.usermediaplug.bench.talk;

import java.util.List;

/** Users on {@code /meta}. */
final class Users {

  private final String prefix;
  private final List<Conversation> lines;

  private Users(String prefix, List<Conversation> lines) {
    this.prefix = prefix;
    this.lines = lines;
  }

  /** Users connect and say who they are, by this prefix and their index. */
  static Users identify(Room room, String prefix, int from, int to) {
    Users users = new Users(prefix, room.open(to - from, line -> "/meta"));
    room.ask(users.lines, user -> users.say("whoami", from + user), "res:whoami");
    return users;
  }

  /** So many users come in, are registered, each with the same peers, and go online. */
  static Users arrive(Room room, String prefix, int count, String... peers) {
    Users users = identify(room, prefix, 0, count);
    room.ask(users.lines, user -> users.peers("reg-user", user, peers), "res:reg-user");
    room.ask(users.lines, users::online, "res:status");
    return users;
  }

  List<Conversation> lines() {
    return lines;
  }

  String name(int user) {
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
  String peers(String type, int user, String... peers) {
    return Json.object("type", type, "user", name(user), "peers", Json.array(peers));
  }

  private String say(String type, int user) {
    return Json.object("type", type, "user", name(user));
  }
}
