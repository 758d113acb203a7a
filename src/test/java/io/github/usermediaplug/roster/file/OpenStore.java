package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.roster.UserStore.Stored;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A store without a container around it. */
record OpenStore(JsonFileUserStore users, Threads threads) implements AutoCloseable {

  static OpenStore at(Path file, long smallestFold) {
    return at(file, smallestFold, Capacity.unlimited());
  }

  static OpenStore at(Path file, long smallestFold, Capacity capacity) {
    Threads threads = new Threads();
    threads.open();
    JsonFileUserStore users = new JsonFileUserStore(null, threads);
    users.open(file, smallestFold, capacity);
    return new OpenStore(users, threads);
  }

  Optional<List<String>> peers(String user) {
    return await(users.peers(user));
  }

  Stored register(String user, String... peers) {
    return await(users.register(user, List.of(peers)));
  }

  Stored add(String user, String... peers) {
    return await(users.add(user, List.of(peers), 5000));
  }

  Stored delete(String user, String... peers) {
    return await(users.delete(user, List.of(peers)));
  }

  @Override
  public void close() {
    users.close();
    threads.stop();
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }
}
