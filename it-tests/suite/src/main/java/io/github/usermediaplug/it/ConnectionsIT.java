package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * How many connections there may be in all: each takes memory, though it says nothing, and who has
 * several addresses has as many as those may have together.
 */
class ConnectionsIT extends OnTheLine {
  private static final int LIMIT = 6;
  private static final String CROWDED = "127.0.0.2";
  private static final int TRY_AGAIN_LATER = 1013;

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("connections").with("connections", Integer.toString(LIMIT)).war();
  }

  @Test
  void whoeverComesFromElsewhereTakesThePlaceOfTheNewestOfWhereMostAre() throws IOException {
    SlowLink honest = comesIn("127.0.0.3", "honest");
    List<SlowLink> crowd = new ArrayList<>();
    for (int i = 1; i < LIMIT; i++) {
      crowd.add(comesIn(CROWDED, "crowd"));
    }
    assertThrows(UncheckedIOException.class, () -> exchange.slowMetaFrom(CROWDED, "crowd"));
    comesIn("127.0.0.4", "newcomer");
    assertEquals(TRY_AGAIN_LATER, crowd.get(LIMIT - 2).awaitClose());
    comesIn("127.0.0.5", "newcomer");
    assertEquals(TRY_AGAIN_LATER, crowd.get(LIMIT - 3).awaitClose());
    crowd.get(0).awaitPong();
    honest.awaitPong();
  }

  private SlowLink comesIn(String address, String user) throws IOException {
    SlowLink line = exchange.slowMetaFrom(address, user);
    String name = user + System.nanoTime();
    line.send(Json.of("type", "whoami", "user", name).toString());
    assertEquals(true, Json.parse(line.read().text()).getBoolean("ok"));
    return line;
  }
}
