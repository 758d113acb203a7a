package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.roster.UserStore.Stored;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One change that waits to become durable.
 *
 * @param rule what it makes of the user's peers of now, which are absent for an unknown user
 * @param done completed by the writer when the outcome is on disk
 */
record Change(String user, Rule rule, CompletableFuture<Stored> done) {

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

    static Outcome refused(Stored stored) {
      return new Outcome(stored, Optional.empty());
    }
  }
}
