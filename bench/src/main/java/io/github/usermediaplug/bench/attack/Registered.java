package io.github.usermediaplug.bench.attack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who is registered when an attack begins. */
final class Registered {

  /** Of the longest id or status that is allowed: 128 characters of four bytes each. */
  private static final int LONGEST = 128;

  private Registered() {}

  /** So many, each with all the others as its peers. */
  static Map<String, List<String>> inOneCircle(String name, int count) {
    List<String> all = names(name, count);
    Map<String, List<String>> users = new LinkedHashMap<>();
    for (String one : all) {
      users.put(one, all.stream().filter(other -> !other.equals(one)).toList());
    }
    return users;
  }

  /** So many names. */
  static List<String> names(String name, int count) {
    return IntStream.range(0, count).mapToObj(one -> Stage.numbered(name, one)).toList();
  }

  /** A text of 128 characters and 512 bytes or nearly, which ends so. */
  static String longest(String end) {
    return "\uD83D\uDE00".repeat(LONGEST - end.length()) + end;
  }
}
