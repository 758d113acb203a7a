package io.github.usermediaplug.roster;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Patience;
import io.github.usermediaplug.log.LimitLog;
import io.github.usermediaplug.log.Quoted;
import io.github.usermediaplug.message.Answer;
import io.github.usermediaplug.message.Refusal;
import io.github.usermediaplug.message.RosterChange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.logging.Logger;

/**
 * The contract's rules on the users, before any store sees them. Has no state of its own. Every
 * stage completes within 20 seconds, exceptionally where the store does not answer by then.
 */
@Dependent
public class Roster {

  private static final LimitLog FULL =
      new LimitLog(
          Logger.getLogger(Roster.class.getName()),
          "users or users-memory keeps users and peers out, the last ones of user %s");

  private final UserStore store;
  private final Configuration configuration;
  private final Patience patience;

  /** The rules over this store. */
  @Inject
  public Roster(UserStore store, Configuration configuration, Patience patience) {
    this.store = store;
    this.configuration = configuration;
    this.patience = patience;
  }

  /** The user's peers in the order added; empty where the user is not known. */
  public CompletionStage<Optional<List<String>>> peers(String user) {
    return patience.with(store.peers(user));
  }

  /** Whether the peer is among the user's; no if the user is not known. */
  public CompletionStage<Boolean> lists(String user, String peer) {
    return patience.with(store.lists(user, peer));
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
    return patience.with(stored).thenApply(kept -> answer(user, kept));
  }

  private Answer answer(String user, UserStore.Stored stored) {
    return switch (stored) {
      case DONE -> Answer.OK;
      case USER_EXISTS -> Answer.refused(Refusal.USER_EXISTS, "this user is registered already");
      case UNKNOWN_USER -> Answer.refused(Refusal.UNKNOWN_USER, "this user is not registered");
      case TOO_MANY_PEERS -> tooMany(Key.PEERS_PER_USER, "a user");
      case FULL -> {
        FULL.met(Quoted.of(user));
        yield Answer.refused(
            Refusal.TOO_LARGE, "the server keeps as many users and peers as it may");
      }
      case TOO_FAST ->
          Answer.refused(
              Refusal.RATE_LIMITED, "too many changes of so many peers; say it again later");
      case UNAVAILABLE ->
          Answer.refused(
              Refusal.SERVER_ERROR, "the users cannot be stored at the moment; try again later");
    };
  }

  private Answer tooMany(Key<Integer> limit, String where) {
    return Answer.refused(
        Refusal.TOO_LARGE, where + " may have at most " + configuration.get(limit) + " peers");
  }
}
