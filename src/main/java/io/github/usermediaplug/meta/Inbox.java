package io.github.usermediaplug.meta;

import io.github.usermediaplug.socket.MemoryShare;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The texts of one connection, handled one after the other in the order they came: so replies keep
 * that order, and each message sees what the one before did, though a message may wait for the disk
 * and no thread waits with it. Any thread may call; one at a time handles.
 */
final class Inbox {

  private final Function<Incoming, CompletableFuture<?>> due;
  private final Function<Incoming, CompletionStage<?>> handler;
  private final BooleanSupplier ready;
  private final MemoryShare share;

  // Guarded by this.
  private final Deque<Incoming> waiting = new ArrayDeque<>();
  private boolean handling;
  private boolean shut;
  private CompletableFuture<?> pause = CompletableFuture.completedFuture(null); // before handling
  private volatile boolean held; // texts wait for the client to read; looked at without the lock

  /**
   * Hands texts to this handler, which must not throw.
   *
   * @param due when a text may be handled, most often at once; cancelled if the inbox is shut
   * @param ready whether the client has read enough of its replies for the next text; whenever that
   *     may have changed, {@link #replied} is to be called
   * @param share counts what waits here and what is being handled; released with the inbox
   */
  Inbox(
      Function<Incoming, CompletableFuture<?>> due,
      Function<Incoming, CompletionStage<?>> handler,
      BooleanSupplier ready,
      MemoryShare share) {
    this.due = due;
    this.handler = handler;
    this.ready = ready;
    this.share = share;
  }

  /**
   * Takes a text; says no if more wait than a client that reads replies would ever have. If the
   * memory is short, the share that weighs most is evicted, which may be this one.
   */
  boolean add(Incoming text) {
    synchronized (this) {
      if (shut || !share.allows(text.cost())) {
        return false;
      }
      waiting.add(text);
      share.add(text.cost());
    }
    share.makeRoom();
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
  void shut() {
    CompletableFuture<?> needless;
    synchronized (this) {
      shut = true;
      waiting.clear();
      share.release();
      needless = pause;
    }
    needless.cancel(false);
  }

  /** Whether nothing is being handled, and nothing waits unless until it is due. */
  synchronized boolean isIdle() {
    return !pause.isDone() || !handling && waiting.isEmpty();
  }

  private void handleWaiting() {
    for (Incoming text = next(); text != null; text = next()) {
      long cost = text.cost();
      CompletionStage<?> handled = handle(text);
      if (!handled.toCompletableFuture().isDone()) {
        handled.whenComplete(
            (done, failure) -> {
              share.add(-cost);
              handleWaiting();
            });
        return;
      }
      share.add(-cost);
    }
  }

  private CompletionStage<?> handle(Incoming text) {
    CompletableFuture<?> now = due.apply(text);
    boolean needless;
    synchronized (this) {
      pause = now;
      needless = shut;
    }
    if (needless) {
      now.cancel(false);
    }
    return now.thenCompose(over -> handler.apply(text));
  }

  private synchronized Incoming next() {
    // First said, then asked: a client that reads in between is seen here, or sees this.
    held = !waiting.isEmpty();
    if (!held || !ready.getAsBoolean()) {
      handling = false;
      return null;
    }
    held = false;
    return waiting.remove();
  }
}
