package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.roster.UserStore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** The users in a JSON file and a journal beside it; what readers see is always what is on disk. */
@ApplicationScoped
public class JsonFileUserStore implements UserStore {

  private static final Logger LOG = Logger.getLogger(JsonFileUserStore.class.getName());

  private static final int OPEN_USERS = 100_000;

  private final Configuration configuration;
  private final Threads threads;

  /** Each a {@link PeerList}. Written by the writer. */
  private final Map<String, List<String>> users = new ConcurrentHashMap<>();

  private StoreWriter writer;

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
    // A name costs nothing if everybody is believed.
    boolean open = configuration.get(Key.IDENTITY).equals("open");
    long heap = Runtime.getRuntime().maxMemory();
    open(
        StorePlace.of(configuration),
        configuration.get(Key.STORE_JOURNAL),
        new Capacity(
            configuration.get(Key.USERS).orElse(open ? OPEN_USERS : Integer.MAX_VALUE),
            configuration.get(Key.USERS_MEMORY).orElse(open ? heap / 4 : heap / 2)));
  }

  /** Takes and reads the files. */
  void open(Path place, long smallestFold, Capacity capacity) {
    UsersOnDisk disk = UsersOnDisk.open(place, smallestFold);
    try {
      disk.read(users);
    } catch (RuntimeException | Error failure) {
      disk.close();
      throw failure;
    }
    users.replaceAll((user, peers) -> PeerList.of(peers));
    capacity.add(users);
    writer = new StoreWriter(disk, users, capacity, threads);
    LOG.info(() -> "The users are kept in " + disk + ", " + users.size() + " of them");
  }

  @Override
  public CompletionStage<Optional<List<String>>> peers(String user) {
    return CompletableFuture.completedStage(Optional.ofNullable(users.get(user)));
  }

  @Override
  public CompletionStage<Boolean> lists(String user, String peer) {
    return CompletableFuture.completedStage(users.getOrDefault(user, List.of()).contains(peer));
  }

  @Override
  public CompletionStage<Stored> register(String user, List<String> peers) {
    return writer.submit(Change.register(user, peers));
  }

  @Override
  public CompletionStage<Stored> add(String user, List<String> peers, int limit) {
    return writer.submit(Change.add(user, peers, limit));
  }

  @Override
  public CompletionStage<Stored> delete(String user, List<String> peers) {
    return writer.submit(Change.delete(user, peers));
  }

  /** Writes what waits, folds the journal into the file, then lets both go. */
  @PreDestroy
  void close() {
    writer.close();
  }
}
