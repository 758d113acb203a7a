package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.roster.UserStore.Stored;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Changes that become durable together, over the users as they are on disk. It takes changes until
 * what is to be written has a million characters, so that thousands of large ones that wait need
 * not all be in memory as one line; a single change may be larger.
 */
final class Batch {

  private static final long ENOUGH = 1 << 20;

  private final Map<String, List<String>> durable;
  private final Map<String, List<String>> changed = new LinkedHashMap<>();
  private final Map<String, JournalEntry> entries = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Stored> outcomes = new ArrayList<>();
  private final Capacity capacity;
  private final Capacity.Used before;
  private final WriteLimit limit;
  private long characters;

  Batch(Map<String, List<String>> durable, Capacity capacity, WriteLimit limit) {
    this.durable = durable;
    this.capacity = capacity;
    this.before = capacity.used();
    this.limit = limit;
  }

  /** Takes one change after another, until they are enough or there are no more. */
  void fillFrom(Iterator<Change> waiting) {
    while (characters < ENOUGH && waiting.hasNext()) {
      add(waiting.next());
    }
  }

  /** The users that differ from what is on disk; none where there is nothing to write. */
  Map<String, List<String>> changed() {
    return changed;
  }

  /** The same users, as the journal has them. */
  Map<String, JournalEntry> entries() {
    return entries;
  }

  void succeed() {
    entries.forEach((user, entry) -> limit.wrote(user, length(user, entry)));
    for (int i = 0; i < changes.size(); i++) {
      changes.get(i).done().complete(outcomes.get(i));
    }
  }

  /** None of them could be made, or be made durable. */
  void fail() {
    capacity.back(before);
    changes.forEach(Change::refuse);
  }

  private void add(Change change) {
    changes.add(change);
    String user = change.user();
    List<String> now = changed.getOrDefault(user, durable.get(user));
    Change.Outcome outcome = change.rule().apply(Optional.ofNullable(now));
    Optional<List<String>> changedTo = outcome.peers().filter(peers -> !peers.equals(now));
    if (changedTo.isPresent() && !limit.admits(user)) {
      outcomes.add(Stored.TOO_FAST);
      return;
    }
    if (changedTo.isPresent() && !capacity.admits(user, now, changedTo.get())) {
      outcomes.add(Stored.FULL);
      return;
    }
    changedTo.ifPresent(peers -> put(user, peers));
    outcomes.add(outcome.stored());
  }

  private void put(String user, List<String> peers) {
    changed.put(user, PeerList.of(peers));
    JournalEntry entry = JournalEntry.between(durable.get(user), peers);
    JournalEntry before = entries.put(user, entry);
    characters += length(user, entry) - (before == null ? 0 : length(user, before));
  }

  private static long length(String user, JournalEntry entry) {
    return user.length() + entry.length();
  }
}
