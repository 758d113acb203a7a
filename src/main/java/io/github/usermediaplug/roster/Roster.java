package io.github.usermediaplug.roster;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.message.Answer;
import io.github.usermediaplug.message.Refusal;
import io.github.usermediaplug.message.RosterChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/**
 * The contract's rules on the users, before any store sees them. Has no state of its own. Every
 * stage completes within 20 seconds, exceptionally where the store does not answer by then.
 */
@ApplicationScoped
public class Roster {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final UserStore store;
  private final Configuration configuration;
  private final Threads threads;

  /** For the client proxy only. */
  protected Roster() {
    this(null, null, null);
  }

  /** The rules over this store. */
  @Inject
  public Roster(UserStore store, Configuration configuration, Threads threads) {
    this.store = store;
    this.configuration = configuration;
    this.threads = threads;
  }

  /** The user's peers in the order added; empty where the user is not known. */
  public CompletionStage<Optional<List<String>>> peers(String user) {
    return bounded(store.peers(user));
  }

  /** Carries out a change; the answer comes when it is durable. */
  public CompletionStage<Answer> change(RosterChange change) {
    if (change.peers().size() > configuration.get(Key.PEERS_PER_MESSAGE)) {
      return CompletableFuture.completedStage(tooMany(Key.PEERS_PER_MESSAGE, "a message"));
    }
    String user = change.user();
    List<String> peers =
        change.peers().stream().distinct().filter(peer -> !peer.equals(user)).toList();
    int limit = configuration.get(Key.PEERS_PER_USER);
    CompletionStage<UserStore.Stored> stored =
        switch (change.kind()) {
          case REGISTER ->
              peers.size() > limit
                  ? CompletableFuture.completedStage(UserStore.Stored.TOO_MANY_PEERS)
                  : store.register(user, peers);
          case ADD -> store.add(user, peers, limit);
          case DELETE -> store.delete(user, peers);
        };
    return bounded(stored).thenApply(this::answer);
  }

  private Answer answer(UserStore.Stored stored) {
    return switch (stored) {
      case DONE -> Answer.OK;
      case USER_EXISTS -> Answer.refused(Refusal.USER_EXISTS, "this user is registered already");
      case UNKNOWN_USER -> Answer.refused(Refusal.UNKNOWN_USER, "this user is not registered");
      case TOO_MANY_PEERS -> tooMany(Key.PEERS_PER_USER, "a user");
    };
  }

  private Answer tooMany(Key<Integer> limit, String where) {
    return Answer.refused(
        Refusal.TOO_LARGE, where + " may have at most " + configuration.get(limit) + " peers");
  }

  /** By our own timer: the one of CompletableFuture outlives the deployment, and keeps it. */
  private <T> CompletionStage<T> bounded(CompletionStage<T> stage) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    if (future.isDone()) {
      return future;
    }
    CompletableFuture<T> bounded = future.copy();
    Future<?> timer =
        threads.after(
            PATIENCE,
            () -> bounded.completeExceptionally(new TimeoutException("no answer of the store")));
    return bounded.whenComplete((done, failure) -> timer.cancel(false));
  }
}
