package io.github.usermediaplug.it.people;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser and its driver on this machine. Where they are missing and this is a Debian of our
 * own (root, {@code apt-get}), they are installed; elsewhere the tests fail with what to install.
 *
 * @param browser the program, or where CHROMIUM says it is
 * @param driver the program, or where CHROMEDRIVER says it is
 */
public record Chromium(Path browser, Path driver) {

  private static final int INSTALL_MINUTES = 10;

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> DRIVERS = List.of("chromedriver");

  public static Chromium onThisMachine() {
    if (find("CHROMIUM", BROWSERS).isEmpty() || find("CHROMEDRIVER", DRIVERS).isEmpty()) {
      install();
    }
    return new Chromium(
        find("CHROMIUM", BROWSERS).orElseThrow(Chromium::missing),
        find("CHROMEDRIVER", DRIVERS).orElseThrow(Chromium::missing));
  }

  private static Optional<Path> find(String variable, List<String> names) {
    if (System.getenv(variable) != null) {
      return Optional.of(Path.of(System.getenv(variable)));
    }
    return names.stream()
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void install() {
    run("apt-get", "update", "-q");
    run("apt-get", "install", "-y", "-q", "chromium", "chromium-driver");
  }

  private static void run(String... command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      Process process = builder.start();
      if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
        process.destroy();
      }
    } catch (IOException noDebian) {
      throw missing();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static AssertionError missing() {
    return new AssertionError(
        "The browser tests need Chromium and its driver: install the packages chromium and"
            + " chromium-driver, or name the programs in CHROMIUM and CHROMEDRIVER.");
  }
}
