package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Knock;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How many connections one address may have. Each test begins by taking them all, so it fails where
 * one that has ended, in whatever way, is counted for ever.
 */
class AddressLimitIT extends OnTheLine {
  private static final int LIMIT = 6;
  private static final int TOO_MANY = 429;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<SlowLink> all = new ArrayList<>();

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("address-limit")
        .with("connections-per-address", Integer.toString(LIMIT))
        .with("whoami-timeout", "1m")
        .with("join-timeout", "1m")
        .war();
  }

  @BeforeEach
  void asManyAsMayCome() {
    for (int i = 0; i < LIMIT; i++) {
      all.add(comesIn(i % 2 == 0 ? "meta" : "media"));
    }
  }

  @Test
  void oneMoreIsRefused() throws IOException {
    awaitRefusal(exchange.metaUri());
    awaitRefusal(exchange.mediaUri());
  }

  @Test
  void noHeaderMakesAnotherAddress() throws IOException {
    awaitRefusal(
        exchange.metaUri(),
        "X-Forwarded-For: 192.0.2.7",
        "Forwarded: for=192.0.2.7",
        "X-Real-IP: 192.0.2.7");
  }

  @Test
  void whoSaysGoodbyeMakesRoom() throws IOException {
    all.get(0).close();
    comesIn("meta");
    oneMoreIsRefused();
  }

  @Test
  void whoIsShownOutMakesRoom() throws IOException {
    SlowLink media = all.get(1);
    media.send("no join");
    assertEquals(1008, media.awaitClose());
    media.cut();
    comesIn("media");
    oneMoreIsRefused();
  }

  @Test
  void whoseCableIsCutMakesRoom() throws IOException {
    all.get(0).cut();
    comesIn("media");
    oneMoreIsRefused();
  }

  @Test
  void handshakesThatComeToNothingTakeNoRoom() throws IOException {
    all.get(0).close();
    comesIn("meta").close();
    for (int i = 0; i < 5 * LIMIT; i++) {
      URI door = i % 2 == 0 ? exchange.metaUri() : exchange.mediaUri();
      assertTrue(Knock.bare(door, "Connection: close") >= 400, "a plain request is no handshake");
      assertTrue(
          Knock.bare(
                  door,
                  "Upgrade: websocket",
                  "Connection: Upgrade, close",
                  "Sec-WebSocket-Version: 99",
                  "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==")
              >= 400,
          "no such version");
    }
    comesIn("meta");
    oneMoreIsRefused();
  }

  /**
   * Knocks until it is refused: a server may answer a ping of the line before, as WildFly does, a
   * moment before it has opened and counted that line.
   */
  private static void awaitRefusal(URI door, String... headers) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    int status = Knock.with(door, headers);
    while (status != TOO_MANY && System.nanoTime() < deadline) {
      status = Knock.with(door, headers);
    }
    assertEquals(TOO_MANY, status);
  }

  /** Opens a line, and again until there is room for it. */
  private SlowLink comesIn(String door) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        SlowLink line = door.equals("meta") ? exchange.slowMeta(door) : exchange.slowMedia(door);
        line.awaitPong();
        return line;
      } catch (UncheckedIOException | IOException full) {
        assertTrue(System.nanoTime() < deadline, () -> "no room: " + full);
      }
    }
  }
}
