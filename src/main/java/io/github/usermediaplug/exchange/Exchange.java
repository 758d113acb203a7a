package io.github.usermediaplug.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one turn in which presence, calls and pairs change. A call touches all three for two users;
 * with one turn for the whole exchange every step sees one state, and glare, races of cancel with
 * accept, and disconnects need no rule of their own.
 *
 * <p>What runs in a turn works on memory only: it never sends, waits for a disk or calls a host's
 * code, and nobody who wants a turn holds a lock that is taken in one. Such work is left for {@link
 * #afterwards}. A turn takes microseconds, so a container's thread waits for it no longer than for
 * a contended map.
 */
@ApplicationScoped
public class Exchange {

  private static final Logger LOG = Logger.getLogger(Exchange.class.getName());

  private final Turn turn = new Turn();

  /**
   * Runs a step in its turn, perhaps in another thread, and what it left for afterwards in this one
   * when it is over.
   */
  public <T> T inTurn(Supplier<T> step) {
    if (turn.isOurs()) {
      return step.get();
    }
    Turn.Step<T> run = turn.run(step);
    run.left().forEach(Exchange::runGuarded);
    return run.get();
  }

  /** Runs a step in its turn. */
  public void inTurn(Runnable step) {
    inTurn(
        () -> {
          step.run();
          return null;
        });
  }

  /** Runs the work when the current turn is over; at once where this thread has no turn. */
  public void afterwards(Runnable work) {
    if (turn.isOurs()) {
      turn.leave(work);
    } else {
      work.run();
    }
  }

  /** One that fails is one connection's; the others still get what is theirs. */
  private static void runGuarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error failure) {
      LOG.log(Level.SEVERE, "Something decided could not be carried out", failure);
    }
  }
}
