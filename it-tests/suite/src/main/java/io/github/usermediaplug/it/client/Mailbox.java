package io.github.usermediaplug.it.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What has come in on a line and was not yet looked at. Everything that waits in this suite waits
 * for a condition.
 */
public final class Mailbox<T> {
  /** Long enough for a busy machine; nobody waits it out but a test that fails. */
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String owner;
  private final List<T> unread = new ArrayList<>();
  private volatile String end;

  public Mailbox(String owner) {
    this.owner = owner;
  }

  public synchronized void put(T message) {
    unread.add(message);
    notifyAll();
  }

  /** Nothing comes any more: who waits fails at once, with this reason. */
  synchronized void end(String reason) {
    end = "its line ended: " + reason;
    notifyAll();
  }

  /** Takes the first message that fits, and leaves those before it. */
  public T take(String what, Predicate<T> fits) {
    return takeOrEnd(what, fits)
        .orElseThrow(() -> new AssertionError(owner + " awaited " + what + ", but: " + end));
  }

  /** The same for who does not mind that the line may end: then it is empty. */
  synchronized Optional<T> takeOrEnd(String what, Predicate<T> fits) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      for (Iterator<T> each = unread.iterator(); each.hasNext(); ) {
        T message = each.next();
        if (fits.test(message)) {
          each.remove();
          return Optional.of(message);
        }
      }
      if (end != null) {
        return Optional.empty();
      }
      pause(deadline, what);
    }
  }

  public synchronized List<T> unread() {
    return List.copyOf(unread);
  }

  private void pause(long deadline, String what) {
    long millis = (deadline - System.nanoTime()) / 1_000_000;
    if (millis <= 0) {
      throw new AssertionError(owner + " awaited " + what + " in vain; unread: " + unread);
    }
    try {
      wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(owner + " was interrupted waiting for " + what, e);
    }
  }
}
