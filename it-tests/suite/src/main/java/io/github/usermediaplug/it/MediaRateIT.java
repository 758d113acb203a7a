package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Paired;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Who sends small messages fast is slowed down, and loses nothing. */
class MediaRateIT extends OnTheLine {
  private static final int RATE = 1_000;
  private static final int BURST = 50;
  private static final int MESSAGES = 6_000;

  /** Of messages that the container had read before it was paused. */
  private static final int READ_AHEAD = 1_000;

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("media-rate")
        .with("media-rate", Integer.toString(RATE))
        .with("media-burst", Integer.toString(BURST))
        .war();
  }

  @Test
  void allOfItArrivesInOrderAndNoFaster() {
    Paired.Connected pair = exchange.pair().connect();
    long begun = System.nanoTime();
    for (int i = 0; i < MESSAGES; i++) {
      pair.alices().link().send("" + i);
    }
    for (int i = 0; i < MESSAGES; i++) {
      assertEquals("" + i, pair.bobs().link().next().text());
    }
    long least = 1_000_000_000L * (MESSAGES - BURST - READ_AHEAD) / RATE;
    assertTrue(System.nanoTime() - begun >= least);
    pair.talk();
  }
}
