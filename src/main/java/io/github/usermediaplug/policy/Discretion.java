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
import java.util.concurrent.ThreadLocalRandom;

/**
 * The policy as the other rooms ask it: with a bound on its time, and with the pace at which an
 * answer that hides something is given. Has no state of its own.
 */
@Dependent
public class Discretion {

  /**
   * Answers of the same step were seen 70 µs apart by how long the store had taken, which made 38
   * of 50 guesses right. That is lost in noise.
   */
  private static final long NOISE_NANOS = 2_000_000;

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

  /**
   * Those of the viewers who may see the user's presence, in the order given. If there is anything
   * to hide, only those whose presence the user may see as well: telling the others is work if they
   * are there, and its time would tell the user that they are.
   */
  public CompletionStage<List<String>> viewersOf(String user, List<String> viewers) {
    CompletionStage<List<String>> seeing =
        patience
            .with(policy.viewersOf(user, viewers))
            .thenApply(all -> viewers.stream().filter(new HashSet<>(all)::contains).toList());
    return policy.hides() ? seeing.thenCompose(all -> visibleTo(user, all)) : seeing;
  }

  /** Whether there is anything to hide. */
  public boolean hides() {
    return policy.hides();
  }

  /**
   * When an answer that hides something may be given: where the policy hides nothing at once, else
   * at the next step of the pace, and up to 2 ms later.
   *
   * @param asked when the question came, by {@link System#nanoTime}
   */
  public CompletionStage<Void> step(Pace pace, long asked) {
    return policy.hides()
        ? threads.pause(
            pace.wait(Duration.ofNanos(System.nanoTime() - asked))
                .plusNanos(ThreadLocalRandom.current().nextLong(NOISE_NANOS)))
        : CompletableFuture.completedStage(null);
  }
}
