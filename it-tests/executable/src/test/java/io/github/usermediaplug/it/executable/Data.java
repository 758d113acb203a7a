package io.github.usermediaplug.it.executable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder for the data of one server after another. */
record Data(Path folder) {
  static Data fresh() throws IOException {
    Path folder = Path.of("target", "data", UUID.randomUUID().toString()).toAbsolutePath();
    return new Data(Files.createDirectories(folder));
  }

  /** The one JSON file that the server keeps its users in, whatever it is called. */
  Path storeFile() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> stores = files.filter(file -> file.toString().endsWith(".json")).toList();
      if (stores.size() != 1) {
        throw new AssertionError("not one store file but " + stores);
      }
      return stores.get(0);
    }
  }
}
