package io.github.usermediaplug.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Things that stand between two users, at most one for any two, found from either end. Not safe for
 * threads: its owner uses it in a turn of the {@link Exchange}.
 */
public final class Between<T> {

  private final Map<String, Map<String, T>> byUser = new HashMap<>();

  /** Puts a thing between two users. */
  public void put(String one, String other, T thing) {
    byUser.computeIfAbsent(one, user -> new HashMap<>()).put(other, thing);
    byUser.computeIfAbsent(other, user -> new HashMap<>()).put(one, thing);
  }

  /** What stands between two users. */
  public Optional<T> get(String one, String other) {
    return Optional.ofNullable(byUser.getOrDefault(one, Map.of()).get(other));
  }

  /** Takes away what stands between two users; a user with nothing left takes no memory. */
  public void remove(String one, String other) {
    removeFrom(one, other);
    removeFrom(other, one);
  }

  /** All that stands between this user and others; a copy, so that it may be removed from. */
  public Collection<T> of(String user) {
    return List.copyOf(byUser.getOrDefault(user, Map.of()).values());
  }

  /** How much stands between this user and others. */
  public int count(String user) {
    return byUser.getOrDefault(user, Map.of()).size();
  }

  /** Everything, each once. */
  public Collection<T> all() {
    return byUser.values().stream().flatMap(things -> things.values().stream()).distinct().toList();
  }

  private void removeFrom(String user, String other) {
    byUser.computeIfPresent(
        user,
        (key, things) -> {
          things.remove(other);
          return things.isEmpty() ? null : things;
        });
  }
}
