package io.github.usermediaplug.policy.peersonly;

import io.github.usermediaplug.config.BuiltIn;
import io.github.usermediaplug.policy.CallPolicy;
import io.github.usermediaplug.roster.Roster;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A user may be called and seen by those it has among its own peers. To anybody else it is as if it
 * did not exist: each question is the same one look into the roster, whoever is asked about.
 */
@BuiltIn("peers-only")
@Dependent
public class PeersOnly implements CallPolicy {

  private final Roster roster;

  /** The policy over these users. */
  @Inject
  public PeersOnly(Roster roster) {
    this.roster = roster;
  }

  @Override
  public CompletionStage<Boolean> mayCall(String caller, String callee) {
    return has(callee, caller);
  }

  @Override
  public CompletionStage<List<String>> visibleTo(String viewer, List<String> users) {
    List<String> visible = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<?>[] asked =
        users.stream()
            .map(user -> has(user, viewer).thenAccept(yes -> addIf(yes, visible, user)))
            .map(CompletionStage::toCompletableFuture)
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(asked).thenApply(done -> visible);
  }

  @Override
  public CompletionStage<List<String>> viewersOf(String user, List<String> viewers) {
    return roster
        .peers(user)
        .thenApply(peers -> (Set<String>) new HashSet<>(peers.orElse(List.of())))
        .thenApply(peers -> viewers.stream().filter(peers::contains).toList());
  }

  @Override
  public boolean hides() {
    return true;
  }

  @Override
  public String name() {
    return "peers-only";
  }

  private CompletionStage<Boolean> has(String user, String peer) {
    return roster.lists(user, peer);
  }

  private static void addIf(boolean condition, List<String> list, String item) {
    if (condition) {
      list.add(item);
    }
  }
}
