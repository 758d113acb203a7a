package io.github.usermediaplug.it.stock;

import org.junit.jupiter.api.Test;

/** The same for servers that take the context root from the WAR, not from the name of its file. */
abstract class DroppedInUnderAnyName extends DroppedIn {
  @Test
  void itIsFoundAtTheSamePlaceWhenItsFileIsNamedForItsVersion() throws Exception {
    try (Installation server =
        Installation.start(distribution(), Jdk.ofThisBuild(), "user-media-plug-0.1.0.war")) {
      server.page().isFound();
      server.log().hasNothingAgainstUs();
    }
  }
}
