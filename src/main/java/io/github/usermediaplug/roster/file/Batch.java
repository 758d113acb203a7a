package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.roster.UserStore.Stored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes that become durable together, over the users as they are on disk. */
final class Batch {

  private final Map<String, List<String>> durable;
  private final Map<String, List<String>> changed = new LinkedHashMap<>();
  private final Map<Change, Stored> outcomes = new LinkedHashMap<>();

  Batch(Map<String, List<String>> durable) {
    this.durable = durable;
  }

  void add(Change change) {
    String user = change.user();
    List<String> now = changed.getOrDefault(user, durable.get(user));
    Change.Outcome outcome = change.rule().apply(Optional.ofNullable(now));
    outcome
        .peers()
        .filter(peers -> !peers.equals(now))
        .ifPresent(peers -> changed.put(user, peers));
    outcomes.put(change, outcome.stored());
  }

  /** The users that differ from what is on disk; none where there is nothing to write. */
  Map<String, List<String>> changed() {
    return changed;
  }

  void succeed() {
    outcomes.forEach((change, stored) -> change.done().complete(stored));
  }
}
