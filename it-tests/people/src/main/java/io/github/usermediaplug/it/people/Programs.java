package io.github.usermediaplug.it.people;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this machine that the tests need, and how Debian's packages of them come onto it. */
final class Programs {

  private static final int INSTALL_MINUTES = 10;

  private Programs() {}

  /** The first of these that is there, or the one that a variable of the environment names. */
  static Optional<Path> find(String variable, List<String> names) {
    if (System.getenv(variable) != null) {
      return Optional.of(Path.of(System.getenv(variable)));
    }
    return names.stream()
        .flatMap(
            name ->
                // A user's PATH has no sbin on Debian.
                Stream.concat(
                        Stream.of(System.getenv("PATH").split(File.pathSeparator)),
                        Stream.of("/usr/sbin"))
                    .map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Installs these packages, on a Debian of our own; does nothing where there is no {@code
   * apt-get}. No service of them is started.
   */
  static void install(String... packages) {
    try {
      run("apt-get", "update", "-q");
      run(
          Stream.concat(Stream.of("apt-get", "install", "-y", "-q"), Stream.of(packages))
              .toArray(String[]::new));
    } catch (IOException noDebian) {
      // Whoever needs them says so.
    }
  }

  private static void run(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
    // In this run level invoke-rc.d starts no service.
    builder.environment().put("RUNLEVEL", "1");
    try {
      Process process = builder.start();
      if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
        process.destroy();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
