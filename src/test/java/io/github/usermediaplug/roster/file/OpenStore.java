package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.exchange.Threads;
import java.nio.file.Path;

/** A store without a container around it. */
record OpenStore(JsonFileUserStore users, Threads threads) implements AutoCloseable {

  static OpenStore at(Path file) {
    Threads threads = new Threads();
    threads.open();
    JsonFileUserStore users = new JsonFileUserStore(null, threads);
    users.open(file);
    return new OpenStore(users, threads);
  }

  @Override
  public void close() {
    users.close();
    threads.stop();
  }
}
