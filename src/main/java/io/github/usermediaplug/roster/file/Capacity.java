package io.github.usermediaplug.roster.file;

import java.util.List;
import java.util.Map;

/**
 * How many users the store takes, and how much memory for them: all of them are in memory, so
 * without a bound whoever registers many takes all of it. What is there already stays, and may
 * shrink; it is growth that is refused. Used by the writer's thread.
 */
final class Capacity {

  /**
   * What the JVM keeps for an id beside its characters, and for a user beside its ids, in bytes.
   */
  private static final int PER_ID = 48;

  private static final int PER_USER = 150;

  /** For a peer of a long list, once more, where it stands in the sorted copy. */
  private static final int PER_SORTED = 8;

  private final long mostUsers;
  private final long mostBytes;
  private Used used = new Used(0, 0);

  /**
   * Bounds.
   *
   * @param mostBytes an estimate of what they take of the heap
   */
  Capacity(long mostUsers, long mostBytes) {
    this.mostUsers = mostUsers;
    this.mostBytes = mostBytes;
  }

  static Capacity unlimited() {
    return new Capacity(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /** Of how many users, and what they take, in bytes. */
  record Used(long users, long bytes) {}

  /** What is in use; to go {@link #back} to if changes do not become durable. */
  Used used() {
    return used;
  }

  void back(Used before) {
    used = before;
  }

  /** Counts users that are there, however many they are. */
  void add(Map<String, List<String>> users) {
    users.forEach(
        (user, peers) -> used = new Used(used.users + 1, used.bytes + bytes(user, peers)));
  }

  /**
   * Whether a user may have these peers; if so they count from now on.
   *
   * @param before the user's peers until now; null if it is new
   */
  boolean admits(String user, List<String> before, List<String> after) {
    long grown = bytes(user, after) - (before == null ? 0 : bytes(user, before));
    Used grownTo = new Used(used.users + (before == null ? 1 : 0), used.bytes + grown);
    boolean tooMany = before == null && grownTo.users > mostUsers;
    if (tooMany || grown > 0 && grownTo.bytes > mostBytes) {
      return false;
    }
    used = grownTo;
    return true;
  }

  private static long bytes(String user, List<String> peers) {
    long characters = user.length();
    for (String peer : peers) {
      characters += peer.length();
    }
    int sorted = peers.size() > PeerList.SHORT ? peers.size() : 0;
    return PER_USER + PER_ID * (1L + peers.size()) + PER_SORTED * sorted + 2 * characters;
  }
}
