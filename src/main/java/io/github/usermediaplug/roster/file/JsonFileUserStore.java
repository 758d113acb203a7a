package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.roster.UserStore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The users in one JSON file. One writer thread takes all changes that wait, applies them in order,
 * puts the new file in place and only then tells everybody: many changes share one forced write,
 * and what readers see is always what is on disk. Where writing fails, the changes of that write
 * fail, and the next change tries anew.
 */
@ApplicationScoped
public class JsonFileUserStore implements UserStore {

  private static final Logger LOG = Logger.getLogger(JsonFileUserStore.class.getName());
  private static final int MAX_WAITING = 10_000;

  private final Configuration configuration;
  private final Threads threads;

  private final Map<String, List<String>> users = new ConcurrentHashMap<>(); // by the writer
  private final Map<String, List<String>> ordered = new LinkedHashMap<>(); // by the writer
  private final BlockingQueue<Change> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final AtomicBoolean scheduled = new AtomicBoolean();
  private UsersFile file;
  private ExecutorService writer;

  /** For the client proxy only. */
  protected JsonFileUserStore() {
    this(null, null);
  }

  /** A store at the configured place; opened when it is first asked for. */
  @Inject
  public JsonFileUserStore(Configuration configuration, Threads threads) {
    this.configuration = configuration;
    this.threads = threads;
  }

  @PostConstruct
  void open() {
    open(StorePlace.of(configuration));
  }

  /** Takes and reads the file. */
  void open(Path place) {
    file = UsersFile.open(place);
    try {
      ordered.putAll(file.read());
    } catch (StoreRefusal refused) {
      release();
      throw refused;
    }
    users.putAll(ordered);
    writer = threads.single("store");
    LOG.info(() -> "The users are kept in " + file + ", " + users.size() + " of them");
  }

  @Override
  public CompletionStage<Optional<List<String>>> peers(String user) {
    return CompletableFuture.completedStage(Optional.ofNullable(users.get(user)));
  }

  @Override
  public CompletionStage<Stored> register(String user, List<String> peers) {
    return submit(
        user,
        now ->
            now.isPresent()
                ? Change.Outcome.refused(Stored.USER_EXISTS)
                : Change.Outcome.done(peers));
  }

  @Override
  public CompletionStage<Stored> add(String user, List<String> peers, int limit) {
    return submit(
        user,
        now -> {
          if (now.isEmpty()) {
            return Change.Outcome.refused(Stored.UNKNOWN_USER);
          }
          List<String> more = union(now.get(), peers);
          return more.size() > limit
              ? Change.Outcome.refused(Stored.TOO_MANY_PEERS)
              : Change.Outcome.done(more);
        });
  }

  @Override
  public CompletionStage<Stored> delete(String user, List<String> peers) {
    return submit(
        user,
        now ->
            now.map(all -> Change.Outcome.done(difference(all, peers)))
                .orElseGet(() -> Change.Outcome.refused(Stored.UNKNOWN_USER)));
  }

  /** Writes what waits, then lets the file go. */
  @PreDestroy
  void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.severe(() -> file + " is still being written; it is kept until the process ends");
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    release();
  }

  private CompletionStage<Stored> submit(String user, Change.Rule rule) {
    Change change = new Change(user, rule, new CompletableFuture<>());
    if (!waiting.offer(change)) {
      return CompletableFuture.failedStage(new IOException("too many changes wait for the disk"));
    }
    try {
      if (scheduled.compareAndSet(false, true)) {
        writer.execute(this::writeWhatWaits);
      }
    } catch (RejectedExecutionException closed) {
      waiting.remove(change);
      change.done().completeExceptionally(closed);
    }
    return change.done();
  }

  /** In the writer's thread. */
  private void writeWhatWaits() {
    // Before taking: a change that comes later then schedules the next round.
    scheduled.set(false);
    List<Change> changes = new ArrayList<>();
    waiting.drainTo(changes);
    if (changes.isEmpty()) {
      return;
    }
    Batch batch = new Batch(ordered);
    try {
      changes.forEach(batch::add);
      if (!batch.changed().isEmpty()) {
        Map<String, List<String>> next = new LinkedHashMap<>(ordered);
        next.putAll(batch.changed());
        file.replace(next);
      }
    } catch (IOException | RuntimeException | Error failure) {
      LOG.log(Level.SEVERE, file + " could not be written; its changes are refused", failure);
      changes.forEach(change -> change.done().completeExceptionally(failure));
      return;
    }
    ordered.putAll(batch.changed());
    users.putAll(batch.changed());
    batch.succeed();
  }

  private void release() {
    try {
      file.close();
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "The lock on " + file + " could not be released", failure);
    }
  }

  private static List<String> union(List<String> some, List<String> others) {
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  private static List<String> difference(List<String> some, List<String> others) {
    Set<String> rest = new LinkedHashSet<>(some);
    rest.removeAll(Set.copyOf(others));
    return List.copyOf(rest);
  }
}
