package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.roster.UserStore.Stored;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One change that waits to become durable.
 *
 * @param rule what it makes of the user's peers of now, which are absent for an unknown user
 * @param done completed by the writer when the outcome is on disk
 */
record Change(String user, Rule rule, CompletableFuture<Stored> done) {

  static Change register(String user, List<String> peers) {
    return of(
        user, now -> now.isPresent() ? Outcome.refused(Stored.USER_EXISTS) : Outcome.done(peers));
  }

  static Change add(String user, List<String> peers, int limit) {
    return of(
        user,
        now -> {
          if (now.isEmpty()) {
            return Outcome.refused(Stored.UNKNOWN_USER);
          }
          if (now.get().size() <= limit && now.get().containsAll(peers)) {
            return Outcome.unchanged();
          }
          Set<String> all = new LinkedHashSet<>(now.get());
          all.addAll(peers);
          return all.size() > limit
              ? Outcome.refused(Stored.TOO_MANY_PEERS)
              : Outcome.done(List.copyOf(all));
        });
  }

  static Change delete(String user, List<String> peers) {
    return of(
        user,
        now -> {
          if (now.isEmpty()) {
            return Outcome.refused(Stored.UNKNOWN_USER);
          }
          if (peers.stream().noneMatch(now.get()::contains)) {
            return Outcome.unchanged();
          }
          Set<String> rest = new LinkedHashSet<>(now.get());
          rest.removeAll(Set.copyOf(peers));
          return Outcome.done(List.copyOf(rest));
        });
  }

  /** It is not made, and may be asked for again. */
  void refuse() {
    done.complete(Stored.UNAVAILABLE);
  }

  private static Change of(String user, Rule rule) {
    return new Change(user, rule, new CompletableFuture<>());
  }

  /** Decides over one user; runs in the writer's thread. */
  @FunctionalInterface
  interface Rule {
    Outcome apply(Optional<List<String>> peers);
  }

  /**
   * What a rule decided.
   *
   * @param peers the user's peers from now on; absent where nothing changes
   */
  record Outcome(Stored stored, Optional<List<String>> peers) {

    static Outcome done(List<String> peers) {
      return new Outcome(Stored.DONE, Optional.of(List.copyOf(peers)));
    }

    /** As it is already, which is found without going through all peers. */
    static Outcome unchanged() {
      return new Outcome(Stored.DONE, Optional.empty());
    }

    static Outcome refused(Stored stored) {
      return new Outcome(stored, Optional.empty());
    }
  }
}
