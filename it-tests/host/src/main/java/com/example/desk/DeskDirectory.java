package com.example.desk;

import io.github.usermediaplug.roster.UserStore;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The desk's own users take the place of the JSON file. In memory, with the reception in it from
 * the start; a real desk would hand each change to a thread that asks its database, since no method
 * may wait.
 */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class DeskDirectory implements UserStore {

  private final Map<String, List<String>> users =
      new HashMap<>(Map.of("reception", List.of("first-floor", "second-floor")));

  @Override
  public synchronized CompletionStage<Optional<List<String>>> peers(String user) {
    return CompletableFuture.completedStage(Optional.ofNullable(users.get(user)));
  }

  @Override
  public synchronized CompletionStage<Stored> register(String user, List<String> peers) {
    boolean isNew = users.putIfAbsent(user, List.copyOf(peers)) == null;
    return CompletableFuture.completedStage(isNew ? Stored.DONE : Stored.USER_EXISTS);
  }

  @Override
  public synchronized CompletionStage<Stored> add(String user, List<String> peers, int limit) {
    List<String> now = users.get(user);
    if (now == null) {
      return CompletableFuture.completedStage(Stored.UNKNOWN_USER);
    }
    Set<String> all = new LinkedHashSet<>(now);
    all.addAll(peers);
    if (all.size() > limit) {
      return CompletableFuture.completedStage(Stored.TOO_MANY_PEERS);
    }
    users.put(user, List.copyOf(all));
    return CompletableFuture.completedStage(Stored.DONE);
  }

  @Override
  public synchronized CompletionStage<Stored> delete(String user, List<String> peers) {
    List<String> now = users.get(user);
    if (now == null) {
      return CompletableFuture.completedStage(Stored.UNKNOWN_USER);
    }
    List<String> left = new ArrayList<>(now);
    left.removeAll(peers);
    users.put(user, List.copyOf(left));
    return CompletableFuture.completedStage(Stored.DONE);
  }
}
