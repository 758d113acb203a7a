package io.github.usermediaplug.roster.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Answers whether somebody is in a long list of peers without going through it. A list is indexed
 * when it is first asked about, and again when it has changed; lists never change in place. Safe
 * for threads.
 */
final class PeerIndex {

  /** A shorter list is gone through as fast. */
  static final int SHORT = 32;

  private record Entry(List<String> list, Set<String> set) {}

  private final ConcurrentMap<String, Entry> entries = new ConcurrentHashMap<>();

  /**
   * Whether the peer is in the list.
   *
   * @param list the user's peers as they are now; null if the user is not known
   */
  boolean lists(List<String> list, String user, String peer) {
    if (list == null || list.size() <= SHORT) {
      entries.remove(user);
      return list != null && list.contains(peer);
    }
    Entry entry = entries.get(user);
    if (entry == null || entry.list() != list) {
      // A set that stays fast though somebody chooses names that fall together in it.
      entry = new Entry(list, new HashSet<>(list));
      entries.put(user, entry);
    }
    return entry.set().contains(peer);
  }
}
