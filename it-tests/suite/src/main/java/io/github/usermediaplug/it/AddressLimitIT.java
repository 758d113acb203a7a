package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Knock;
import io.github.usermediaplug.it.client.Link;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
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

  private final List<Link> all = new ArrayList<>();

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("address-limit")
        .with("connections-per-address", Integer.toString(LIMIT))
        .with("whoami-timeout", "1m")
        .with("join-timeout", "1m")
        .war();
  }

  @BeforeEach
  void asManyAsMayCome() throws IOException {
    for (int i = 0; i < LIMIT; i++) {
      all.add(comesInAsSoonAsThereIsRoom(i % 2 == 0 ? exchange.metaUri() : exchange.mediaUri()));
    }
  }

  @AfterEach
  void allGo() {
    all.forEach(Link::close);
  }

  @Test
  void oneMoreIsRefused() throws IOException {
    assertEquals(TOO_MANY, Knock.with(exchange.metaUri()));
    assertEquals(TOO_MANY, Knock.with(exchange.mediaUri()));
  }

  @Test
  void noHeaderMakesAnotherAddress() throws IOException {
    assertEquals(
        TOO_MANY,
        Knock.with(
            exchange.metaUri(),
            "X-Forwarded-For: 192.0.2.7",
            "Forwarded: for=192.0.2.7",
            "X-Real-IP: 192.0.2.7"));
  }

  @Test
  void whoSaysGoodbyeMakesRoom() throws IOException {
    all.remove(0).close();
    all.add(comesInAsSoonAsThereIsRoom(exchange.metaUri()));
    oneMoreIsRefused();
  }

  @Test
  void whoIsShownOutMakesRoom() throws IOException {
    // A line to /media.
    all.get(1).send("no join");
    all.remove(1).awaitClosed();
    all.add(comesInAsSoonAsThereIsRoom(exchange.mediaUri()));
    oneMoreIsRefused();
  }

  @Test
  void whoseCableIsCutMakesRoom() throws IOException {
    all.remove(0).close();
    comesInSlowly().cut();
    all.add(comesInAsSoonAsThereIsRoom(exchange.mediaUri()));
    oneMoreIsRefused();
  }

  @Test
  void handshakesThatComeToNothingTakeNoRoom() throws IOException {
    all.remove(0).close();
    SlowLink last = comesInSlowly();
    last.cut();
    Link again = comesInAsSoonAsThereIsRoom(exchange.metaUri());
    again.close();
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
    all.add(comesInAsSoonAsThereIsRoom(exchange.metaUri()));
    oneMoreIsRefused();
  }

  private SlowLink comesInSlowly() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return exchange.slowMeta("slow");
      } catch (RuntimeException full) {
        assertTrue(System.nanoTime() < deadline, () -> "no room: " + full);
      }
    }
  }

  private static Link comesInAsSoonAsThereIsRoom(URI door) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return Link.openFrom(null, "one of the crowd", door);
      } catch (DeploymentException full) {
        assertTrue(System.nanoTime() < deadline, () -> "no room: " + full);
      }
    }
  }
}
