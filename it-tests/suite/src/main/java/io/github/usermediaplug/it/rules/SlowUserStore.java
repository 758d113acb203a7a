package io.github.usermediaplug.it.rules;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.github.usermediaplug.roster.UserStore;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A host's own store, which takes six times longer for users it knows than for others. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class SlowUserStore implements UserStore {
  private static final int KNOWN_MILLIS = 30;
  private static final int UNKNOWN_MILLIS = 5;

  private final Map<String, List<String>> users = new ConcurrentHashMap<>();

  @Override
  public CompletionStage<Optional<List<String>>> peers(String user) {
    return later(user, () -> Optional.ofNullable(users.get(user)));
  }

  @Override
  public CompletionStage<Stored> register(String user, List<String> peers) {
    return later(
        user,
        () ->
            users.putIfAbsent(user, List.copyOf(peers)) == null ? Stored.DONE : Stored.USER_EXISTS);
  }

  @Override
  public CompletionStage<Stored> add(String user, List<String> peers, int limit) {
    return change(user, all -> all.addAll(peers));
  }

  @Override
  public CompletionStage<Stored> delete(String user, List<String> peers) {
    return change(user, all -> all.removeAll(peers));
  }

  private CompletionStage<Stored> change(String user, Consumer<Set<String>> by) {
    return later(
        user,
        () ->
            users.computeIfPresent(
                        user,
                        (name, peers) -> {
                          Set<String> all = new LinkedHashSet<>(peers);
                          by.accept(all);
                          return List.copyOf(all);
                        })
                    == null
                ? Stored.UNKNOWN_USER
                : Stored.DONE);
  }

  private <T> CompletionStage<T> later(String user, Supplier<T> answer) {
    int millis = users.containsKey(user) ? KNOWN_MILLIS : UNKNOWN_MILLIS;
    return CompletableFuture.supplyAsync(
        answer, CompletableFuture.delayedExecutor(millis, MILLISECONDS));
  }
}
