package io.github.usermediaplug.roster.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a store, be it open, closed, or as a crash left it. */
record StoreFiles(Path directory) {

  Path json() {
    return directory.resolve("users.json");
  }

  Path journal() {
    return directory.resolve("users.json.journal");
  }

  OpenStore open() {
    return OpenStore.at(json(), 1 << 20);
  }

  OpenStore openThatFoldsOften() {
    return OpenStore.at(json(), 512);
  }

  /** What is on disk at this moment, as a process that dies now would leave it. */
  StoreFiles copy() throws IOException {
    StoreFiles copy = new StoreFiles(Files.createTempDirectory(directory, "copy"));
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.directory().resolve(file.getFileName()));
      }
    }
    return copy;
  }

  /** What a server that starts on these files reads. */
  Map<String, List<String>> users() {
    Map<String, List<String>> users = new HashMap<>();
    try (UsersOnDisk disk = UsersOnDisk.open(json(), 1 << 20)) {
      disk.read(users);
    }
    return users;
  }

  List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
