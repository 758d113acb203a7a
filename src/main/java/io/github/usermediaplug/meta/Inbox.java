package io.github.usermediaplug.meta;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The texts of one connection, handled one after the other in the order they came: so replies keep
 * that order, and each message sees what the one before did, though a message may wait for the disk
 * and no thread waits with it. Any thread may call; one at a time handles.
 */
final class Inbox {

  /** What one small text takes of the memory, whatever it says. */
  private static final int OVERHEAD = 64;

  /** More than a burst of 200 of the largest texts: some containers read ahead of the handler. */
  private static final long LIMIT = 16 << 20;

  private final Function<String, CompletionStage<?>> handler;
  private final BooleanSupplier ready;

  // Guarded by this.
  private final Deque<String> waiting = new ArrayDeque<>();
  private long size;
  private boolean handling;

  /**
   * Hands texts to this handler, which must not throw.
   *
   * @param ready whether the client has read enough of its replies for the next text; when that
   *     changes, {@link #proceed} is to be called
   */
  Inbox(Function<String, CompletionStage<?>> handler, BooleanSupplier ready) {
    this.handler = handler;
    this.ready = ready;
  }

  /** Takes a text; says no where more wait than a client that reads replies would ever have. */
  boolean add(String text) {
    synchronized (this) {
      if (size + text.length() + OVERHEAD > LIMIT) {
        return false;
      }
      waiting.add(text);
      size += text.length() + OVERHEAD;
    }
    proceed();
    return true;
  }

  /** Handles what waits, unless somebody does. */
  void proceed() {
    synchronized (this) {
      if (handling) {
        return;
      }
      handling = true;
    }
    handleWaiting();
  }

  /** Whether nothing waits and nothing is being handled. */
  synchronized boolean isIdle() {
    return !handling && waiting.isEmpty();
  }

  private void handleWaiting() {
    for (String text = next(); text != null; text = next()) {
      CompletionStage<?> handled = handler.apply(text);
      if (!handled.toCompletableFuture().isDone()) {
        handled.whenComplete((done, failure) -> handleWaiting());
        return;
      }
    }
  }

  private synchronized String next() {
    if (waiting.isEmpty() || !ready.getAsBoolean()) {
      handling = false;
      return null;
    }
    String text = waiting.remove();
    size -= text.length() + OVERHEAD;
    return text;
  }
}
