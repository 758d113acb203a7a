package io.github.usermediaplug.it.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The same for the WAR that brings Weld. */
abstract class DroppedIntoTomcat extends DroppedIn {
  /** Weld does not await their end; Tomcat now and then warned of one that was a moment late. */
  @Test
  void weldHasNoThreadsThatCouldOutliveTheApplication() throws Exception {
    try (Installation server =
        Installation.start(distribution(), Jdk.ofThisBuild(), "user-media-plug.war")) {
      List<String> threads = server.threads();
      assertTrue(threads.stream().anyMatch(line -> line.contains("http-nio")), threads::toString);
      assertEquals(List.of(), threads.stream().filter(line -> line.contains("weld")).toList());
    }
  }
}
