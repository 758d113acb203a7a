package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Users and peers are as many as the server keeps, and no more. */
class FullStoreIT extends OnTheLine {
  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("full-store").with("users", "4").with("users-memory", "16KiB").war();
  }

  @Test
  void whoFillsItKeepsNobodyFromWhatIsThere() {
    User ada = exchange.user("ada");
    User bob = exchange.user("bob");
    User mallory = exchange.user("mallory");
    List<String> filling = new ArrayList<>();
    for (int i = 0; mallory.addsPeers(longId(i)).isOk(); i++) {
      filling.add(longId(i));
    }
    mallory.addsPeers(longId(-1)).refused("too-large");
    assertEquals(filling, mallory.peers());
    ada.addsPeers(longId(0)).refused("too-large");
    exchange.pair(ada, bob).connect().talk();
    mallory.deletesPeers(filling.toArray(String[]::new)).ok();
    ada.addsPeers(longId(0)).ok();
    User dave = exchange.user("dave");
    exchange.stranger("erin").registers().refused("too-large");
    dave.sets("still here").ok();
  }

  private static String longId(int number) {
    return "x".repeat(100) + number;
  }
}
