package io.github.usermediaplug.roster.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a line of the journal says of one user. */
sealed interface JournalEntry {

  /** The user's peers from then on, given those before; empty if it does not fit those. */
  Optional<List<String>> appliedTo(Optional<List<String>> before);

  /** Its lists by the names they have in the journal. */
  Map<String, List<String>> fields();

  /** About how long it is in the journal, in characters. */
  default long length() {
    return fields().values().stream()
        .flatMap(List::stream)
        .mapToLong(peer -> peer.length() + 3L)
        .sum();
  }

  /**
   * The shorter of the two that lead from the peers before to those after.
   *
   * @param before null for a user who is new
   */
  static JournalEntry between(List<String> before, List<String> after) {
    if (before == null) {
      return new Whole(after);
    }
    Difference difference = Difference.between(before, after);
    return difference.length() < new Whole(after).length()
            && difference.appliedTo(Optional.of(before)).filter(after::equals).isPresent()
        ? difference
        : new Whole(after);
  }

  /** An entry of these lists; empty if they are not those of one. */
  static Optional<JournalEntry> of(Map<String, List<String>> fields) {
    if (fields.keySet().equals(Set.of("peers"))) {
      return Optional.of(new Whole(fields.get("peers")));
    }
    if (fields.keySet().equals(Set.of("removed", "added"))) {
      return Optional.of(new Difference(fields.get("removed"), fields.get("added")));
    }
    return Optional.empty();
  }

  /** All peers, whatever they were before. */
  record Whole(List<String> peers) implements JournalEntry {

    @Override
    public Optional<List<String>> appliedTo(Optional<List<String>> before) {
      return Optional.of(peers);
    }

    @Override
    public Map<String, List<String>> fields() {
      return Map.of("peers", peers);
    }
  }

  /** First some are removed, then others are added behind the rest. */
  record Difference(List<String> removed, List<String> added) implements JournalEntry {

    static Difference between(List<String> before, List<String> after) {
      List<String> removed = new ArrayList<>();
      int kept = 0;
      for (String peer : before) {
        if (kept < after.size() && peer.equals(after.get(kept))) {
          kept++;
        } else {
          removed.add(peer);
        }
      }
      return new Difference(List.copyOf(removed), after.subList(kept, after.size()));
    }

    @Override
    public Optional<List<String>> appliedTo(Optional<List<String>> before) {
      return before.map(
          peers -> {
            List<String> after = new ArrayList<>(peers);
            after.removeAll(new HashSet<>(removed));
            after.addAll(added);
            return List.copyOf(after);
          });
    }

    @Override
    public Map<String, List<String>> fields() {
      return Map.ofEntries(Map.entry("removed", removed), Map.entry("added", added));
    }
  }
}
