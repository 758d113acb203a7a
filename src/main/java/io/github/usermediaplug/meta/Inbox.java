package io.github.usermediaplug.meta;

import io.github.usermediaplug.socket.Backlogs;
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

  private final Function<Incoming, CompletionStage<?>> handler;
  private final BooleanSupplier ready;
  private final Backlogs all;

  // Guarded by this.
  private final Deque<Incoming> waiting = new ArrayDeque<>();
  private long size;
  private boolean handling;
  private boolean shut;
  private volatile boolean held; // texts wait for the client to read; looked at without the lock

  /**
   * Hands texts to this handler, which must not throw.
   *
   * @param ready whether the client has read enough of its replies for the next text; whenever that
   *     may have changed, {@link #replied} is to be called
   * @param all what this and every other inbox may hold
   */
  Inbox(Function<Incoming, CompletionStage<?>> handler, BooleanSupplier ready, Backlogs all) {
    this.handler = handler;
    this.ready = ready;
    this.all = all;
  }

  /** Takes a text; says no where more wait than a client that reads replies would ever have. */
  boolean add(Incoming text) {
    synchronized (this) {
      if (shut || all.roomFor(size, text.cost()) != Backlogs.Room.ENOUGH) {
        return false;
      }
      waiting.add(text);
      grow(text.cost());
    }
    proceed();
    return true;
  }

  /** The client has read a reply: goes on where texts wait for that, which is seldom. */
  void replied() {
    if (held) {
      proceed();
    }
  }

  /** Handles what waits, unless somebody does. */
  private void proceed() {
    synchronized (this) {
      if (handling) {
        return;
      }
      handling = true;
    }
    handleWaiting();
  }

  /** The connection has ended: what waits is forgotten, and nothing more is taken. */
  synchronized void shut() {
    shut = true;
    waiting.clear();
    grow(-size);
  }

  /** Whether nothing waits and nothing is being handled. */
  synchronized boolean isIdle() {
    return !handling && waiting.isEmpty();
  }

  private void handleWaiting() {
    for (Incoming text = next(); text != null; text = next()) {
      CompletionStage<?> handled = handler.apply(text);
      if (!handled.toCompletableFuture().isDone()) {
        handled.whenComplete((done, failure) -> handleWaiting());
        return;
      }
    }
  }

  private synchronized Incoming next() {
    // First said, then asked: a client that reads in between is seen here, or sees this.
    held = !waiting.isEmpty();
    if (!held || !ready.getAsBoolean()) {
      handling = false;
      return null;
    }
    held = false;
    Incoming text = waiting.remove();
    grow(-text.cost());
    return text;
  }

  private void grow(long bytes) {
    size += bytes;
    all.total().addAndGet(bytes);
  }
}
