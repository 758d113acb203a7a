package io.github.usermediaplug.it.stock;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A Java to run a server on.
 *
 * @param home what an operator sets JAVA_HOME to
 * @param feature its version, such as 17
 */
record Jdk(Path home, int feature) {
  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  /** The one that runs the build, and the newest of this machine where that is another. */
  static List<Jdk> all() throws IOException {
    Jdk running = ofThisBuild();
    return newest()
        .filter(newest -> newest.feature > running.feature)
        .map(newest -> List.of(running, newest))
        .orElse(List.of(running));
  }

  static Jdk ofThisBuild() {
    return at(Path.of(System.getProperty("java.home"))).orElseThrow();
  }

  private static Optional<Jdk> newest() throws IOException {
    String named = System.getProperty("newest.jdk", "");
    if (!named.isBlank()) {
      return Optional.of(
          at(Path.of(named)).orElseThrow(() -> new AssertionError("no JDK in " + named)));
    }
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(INSTALLED)) {
      return folders.map(Jdk::at).flatMap(Optional::stream).max(Comparator.comparing(Jdk::feature));
    }
  }

  /** A folder with a Java that runs, and that says in its `release` file which it is. */
  private static Optional<Jdk> at(Path home) {
    if (!Files.isExecutable(home.resolve("bin/java"))) {
      return Optional.empty();
    }
    Properties release = new Properties();
    try (Reader file = Files.newBufferedReader(home.resolve("release"))) {
      release.load(file);
      String version = release.getProperty("JAVA_VERSION").replace("\"", "");
      return Optional.of(new Jdk(home.toRealPath(), Runtime.Version.parse(version).feature()));
    } catch (IOException | RuntimeException unusable) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Java " + feature;
  }
}
