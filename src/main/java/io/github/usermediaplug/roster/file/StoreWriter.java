package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.roster.UserStore.Stored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one thread that changes the users: it takes all changes that wait, applies them in order,
 * forces them to disk together, in as few {@link Batch batches} as may be, and only then tells
 * everybody. Where that fails, the changes of that batch are refused, and the next tries anew. A
 * second thread writes folds meanwhile.
 */
final class StoreWriter {

  private static final Logger LOG = Logger.getLogger(StoreWriter.class.getName());
  private static final int MAX_WAITING = 10_000;
  private static final int PATIENCE = 10; // seconds, for each of the threads

  private final UsersOnDisk disk; // by the writer, as all that is not final
  private final Map<String, List<String>> users;
  private final Capacity capacity;
  private final WriteLimit limit = new WriteLimit();
  private final ExecutorService writer;
  private final ExecutorService folder;
  private final BlockingQueue<Change> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private final Outage outage;
  private boolean folding;
  private boolean stopping;

  /**
   * A writer of these users.
   *
   * @param users as they are on disk; for others to read
   */
  StoreWriter(
      UsersOnDisk disk, Map<String, List<String>> users, Capacity capacity, Threads threads) {
    this.disk = disk;
    this.capacity = capacity;
    this.users = users;
    this.writer = threads.single("store");
    this.folder = threads.single("store fold");
    this.outage = new Outage("A change of " + disk);
  }

  CompletionStage<Stored> submit(Change change) {
    if (!waiting.offer(change)) {
      change.refuse();
    } else if (scheduled.compareAndSet(false, true)) {
      schedule();
    }
    return change.done();
  }

  /**
   * Writes what waits, then lets the files go; takes as long as the disk, within bounds. Beyond
   * them, or where it is interrupted, the writer itself lets them go when it is done.
   */
  void close() {
    execute(writer, this::stop);
    try {
      if (!writer.awaitTermination(2 * PATIENCE, TimeUnit.SECONDS)
          || !folder.awaitTermination(PATIENCE, TimeUnit.SECONDS)) {
        LOG.severe(() -> disk + " is still being written; it is let go when that is done");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void schedule() {
    boolean taken = false;
    try {
      taken = execute(writer, this::writeWhatWaits);
    } finally {
      if (!taken) {
        // Before taking: a change that comes later is then refused by its own round.
        scheduled.set(false);
        takeAll().forEach(Change::refuse);
      }
    }
  }

  private void writeWhatWaits() {
    // Before taking: a change that comes later then schedules the next round.
    scheduled.set(false);
    List<Change> changes = takeAll();
    // It came beside the last task, and the files may be another's by now.
    if (writer.isShutdown()) {
      changes.forEach(Change::refuse);
      return;
    }
    for (Iterator<Change> rest = changes.iterator(); rest.hasNext(); ) {
      writeTogether(rest);
    }
  }

  private void writeTogether(Iterator<Change> changes) {
    Batch batch = new Batch(users, capacity, limit);
    try {
      batch.fillFrom(changes);
      if (!batch.changed().isEmpty()) {
        disk.commit(batch.entries(), users);
        outage.ends();
      }
    } catch (IOException | RuntimeException | Error failure) {
      outage.goesOn(failure);
      batch.fail();
      return;
    }
    users.putAll(batch.changed());
    batch.succeed();
    foldWhereItPays();
  }

  private List<Change> takeAll() {
    List<Change> changes = new ArrayList<>();
    waiting.drainTo(changes);
    return changes;
  }

  private void foldWhereItPays() {
    if (!folding && !stopping && disk.wantsFold()) {
      Fold fold = disk.fold();
      folding = execute(folder, () -> write(fold));
    }
  }

  /** In the folder's thread. */
  private void write(Fold fold) {
    try {
      fold.write(users);
      execute(writer, () -> finish(fold));
    } catch (IOException | RuntimeException | Error failure) {
      execute(writer, () -> giveUp(fold, failure));
    }
  }

  private void finish(Fold fold) {
    try {
      disk.finish(fold);
    } catch (IOException | RuntimeException | Error failure) {
      giveUp(fold, failure);
      return;
    }
    folded();
  }

  private void giveUp(Fold fold, Throwable failure) {
    disk.giveUp(fold);
    LOG.log(
        Level.WARNING, disk + " cannot be written anew; its journal grows until it can", failure);
    folded();
  }

  private void folded() {
    folding = false;
    if (stopping) {
      finish();
    }
  }

  /** Once no fold is under way the last is made; until then changes go on. */
  private void stop() {
    stopping = true;
    if (!folding) {
      finish();
    }
  }

  /** Says no where the store is being closed, which folds by itself. */
  private static boolean execute(ExecutorService thread, Runnable task) {
    try {
      thread.execute(task);
      return true;
    } catch (RejectedExecutionException closed) {
      return false;
    }
  }

  private void finish() {
    folder.shutdown();
    writer.shutdown();
    try (disk) {
      disk.finish(users);
    } catch (IOException | RuntimeException failure) {
      LOG.log(
          Level.SEVERE,
          disk + " cannot be written; the last changes stand in its journal, keep both",
          failure);
    }
  }
}
