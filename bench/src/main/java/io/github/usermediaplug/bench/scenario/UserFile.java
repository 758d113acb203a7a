package io.github.usermediaplug.bench.scenario;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A file of users in the seed's form. */
final class UserFile {

  private static final int PEERS = 5;

  private UserFile() {}

  /** Writes so many users, each with five peers. */
  static void write(Path file, int users) throws IOException {
    try (BufferedWriter json = Files.newBufferedWriter(file)) {
      json.write("{");
      for (int user = 0; user < users; user++) {
        json.write(user == 0 ? "\n" : ",\n");
        json.write("  \"" + name(user) + "\": { \"peers\": [");
        for (int peer = 1; peer <= PEERS; peer++) {
          json.write((peer == 1 ? "\"" : ", \"") + name((user + peer) % users) + '"');
        }
        json.write("] }");
      }
      json.write("\n}\n");
    }
  }

  /** Writes these users, each with its peers. */
  static void write(Path file, Map<String, List<String>> users) throws IOException {
    try (BufferedWriter json = Files.newBufferedWriter(file)) {
      String separator = "{\n";
      for (Map.Entry<String, List<String>> user : users.entrySet()) {
        json.write(separator);
        json.write(
            user.getValue().stream()
                .map(peer -> '"' + peer + '"')
                .collect(
                    Collectors.joining(
                        ", ", "  \"" + user.getKey() + "\": { \"peers\": [", "] }")));
        separator = ",\n";
      }
      json.write(users.isEmpty() ? "{}" : "\n}\n");
    }
  }

  static String name(int user) {
    return "user-%07d".formatted(user);
  }
}
