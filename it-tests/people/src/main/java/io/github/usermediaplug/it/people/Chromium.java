package io.github.usermediaplug.it.people;

import java.nio.file.Path;
import java.util.List;

/**
 * The browser and its driver on this machine. Where they are missing and this is a Debian of our
 * own (root, {@code apt-get}), they are installed; elsewhere the tests fail with what to install.
 *
 * @param browser the program, or where CHROMIUM says it is
 * @param driver the program, or where CHROMEDRIVER says it is
 */
public record Chromium(Path browser, Path driver) {

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> DRIVERS = List.of("chromedriver");

  public static Chromium onThisMachine() {
    if (Programs.find("CHROMIUM", BROWSERS).isEmpty()
        || Programs.find("CHROMEDRIVER", DRIVERS).isEmpty()) {
      Programs.install("chromium", "chromium-driver");
    }
    return new Chromium(
        Programs.find("CHROMIUM", BROWSERS).orElseThrow(Chromium::missing),
        Programs.find("CHROMEDRIVER", DRIVERS).orElseThrow(Chromium::missing));
  }

  private static AssertionError missing() {
    return new AssertionError(
        "The browser tests need Chromium and its driver: install the packages chromium and"
            + " chromium-driver, or name the programs in CHROMIUM and CHROMEDRIVER.");
  }
}
