package io.github.usermediaplug.policy;

import io.github.usermediaplug.exchange.Patience;
import io.github.usermediaplug.exchange.Threads;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The policy as the other rooms ask it: with a bound on its time, and with the pace at which an
 * answer that hides something is given. Has no state of its own.
 */
@Dependent
public class Discretion {

  private final CallPolicy policy;
  private final Patience patience;
  private final Threads threads;

  /** The discretion that this policy asks for. */
  @Inject
  public Discretion(CallPolicy policy, Patience patience, Threads threads) {
    this.policy = policy;
    this.patience = patience;
    this.threads = threads;
  }

  /** Whether the caller may ring the callee. */
  public CompletionStage<Boolean> mayCall(String caller, String callee) {
    return patience.with(policy.mayCall(caller, callee));
  }

  /** Those of the users whose presence the viewer may see, in the order given. */
  public CompletionStage<List<String>> visibleTo(String viewer, List<String> users) {
    return patience
        .with(policy.visibleTo(viewer, users))
        .thenApply(visible -> users.stream().filter(new HashSet<>(visible)::contains).toList());
  }

  /** Those of the viewers who may see the user's presence, in the order given. */
  public CompletionStage<List<String>> viewersOf(String user, List<String> viewers) {
    return patience
        .with(policy.viewersOf(user, viewers))
        .thenApply(seeing -> viewers.stream().filter(new HashSet<>(seeing)::contains).toList());
  }

  /** Whether there is anything to hide. */
  public boolean hides() {
    return policy.hides();
  }

  /**
   * When an answer that hides something may be given: where the policy hides nothing at once, else
   * at the next step of the pace.
   *
   * @param asked when the question came, by {@link System#nanoTime}
   */
  public CompletionStage<Void> step(Pace pace, long asked) {
    return policy.hides()
        ? threads.pause(pace.wait(Duration.ofNanos(System.nanoTime() - asked)))
        : CompletableFuture.completedStage(null);
  }
}
