package io.github.usermediaplug.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Paired;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import io.github.usermediaplug.it.server.RunningServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Clients that keep as much of the server's memory as it lets them take nothing from those who come
 * later: whoever keeps most for longest is closed, and nobody else.
 */
class FairMemoryIT extends OnTheLine {
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CONTINUED = 0;
  private static final byte[] PART = new byte[8 << 10];

  /** Of unfinished media of so many bytes there is one in each direction of so many pairs. */
  private static final Map<Integer, Integer> PAIRS =
      new TreeMap<>(
              Map.of(
                  600_000, 20, 300_000, 3, 150_000, 3, 75_000, 3, 38_000, 3, 18_000, 3, 9_000, 3))
          .descendingMap();

  /** With 50 KB each, more than the largest heap of the servers under test has for all. */
  private static final int STRANGERS = 900;

  /** Nobody is to be closed for its time here. */
  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("fair-memory")
        .with("whoami-timeout", "10m")
        .with("message-timeout", "10m")
        .with("ping-interval", "10m")
        .war();
  }

  @Test
  void mediaMessagesWithoutEndEndNobodyElsesCall() {
    Paired.Connected honest = exchange.pair().connect();
    PAIRS.forEach(
        (bytes, pairs) -> {
          for (int i = 0; i < pairs; i++) {
            Paired attackers = exchange.pair();
            List<SlowLink> lines =
                List.of(
                    attackers.alice().joinsSlowly(attackers.toAlice()),
                    attackers.bob().joinsSlowly(attackers.toBob()));
            lines.forEach(line -> beginsAMessageWithoutEnd(line, bytes));
          }
          talksInParts(honest);
        });
    Paired.Connected newcomers = exchange.pair().connect();
    talksInParts(newcomers);
    talksInParts(honest);
  }

  @Test
  void textsWithoutEndOfStrangersCloseNoUser() throws IOException {
    User honest = exchange.user("honest");
    List<SlowLink> strangers = new ArrayList<>();
    for (int i = 0; i < STRANGERS; i++) {
      SlowLink stranger = exchange.slowMeta("stranger " + i);
      strangers.add(stranger);
      quietly(() -> stranger.frame(TEXT, "x".repeat(50_000).getBytes(UTF_8)));
      if (i % 50 == 0) {
        saysSomethingLongInParts(honest);
      }
    }
    saysSomethingLongInParts(honest);
    saysSomethingLongInParts(exchange.user("newcomer"));
    strangers.forEach(SlowLink::cut);
  }

  @Test
  void textsWithoutEndOfUsersCloseNoOther() {
    User honest = exchange.user("honest");
    for (int i = 0; i < STRANGERS; i++) {
      SlowLink attacker = exchange.slowMeta("attacker " + i);
      attacker.send(Json.of("type", "whoami", "user", Exchange.fresh("mallory")).toString());
      quietly(() -> attacker.frame(TEXT, "x".repeat(50_000).getBytes(UTF_8)));
      if (i % 50 == 0) {
        saysSomethingLongInParts(honest);
      }
    }
    saysSomethingLongInParts(honest);
    saysSomethingLongInParts(exchange.user("newcomer"));
  }

  /** Some containers keep a frame until it is whole, and tell nobody of its parts. */
  @Test
  void framesWithoutEndOfStrangersTakeNoMoreThanMessagesMay() throws IOException {
    User honest = exchange.user("honest");
    RunningServer server = RunningServer.underTest();
    long before = server.liveBytes();
    List<SlowLink> strangers = new ArrayList<>();
    for (int i = 0; i < STRANGERS; i++) {
      SlowLink stranger = i % 2 == 0 ? exchange.slowMeta("m" + i) : exchange.slowMedia("n" + i);
      strangers.add(stranger);
      quietly(() -> beginsAFrameWithoutEnd(stranger, 300_000));
    }
    saysSomethingLongInParts(honest);
    long grown = server.liveBytes() - before;
    assertTrue(grown < server.maxHeap() / 4, "grown by " + grown);
    strangers.forEach(SlowLink::cut);
  }

  private static void beginsAFrameWithoutEnd(SlowLink line, int bytes) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(14).put((byte) 0x81).put((byte) 0xFF);
    line.raw(head.putLong(1_000_000).putInt(0).array());
    for (int sent = 0; sent < bytes; sent += PART.length) {
      line.raw(PART);
    }
  }

  /** More and smaller ones in the end: they fill what the large ones leave. */
  private static void beginsAMessageWithoutEnd(SlowLink line, int bytes) {
    quietly(
        () -> {
          line.read(); // the word that the pair is complete
          line.frame(BINARY, PART);
          for (int sent = 2 * PART.length; sent < bytes; sent += PART.length) {
            line.frame(CONTINUED, PART);
          }
        });
  }

  private static void talksInParts(Paired.Connected two) {
    byte[] voice = new byte[100_000];
    two.alices().link().sendInFrames(voice, 10_000);
    assertArrayEquals(voice, two.bobs().link().next().bytes());
    two.bobs().link().sendInFrames(voice, 10_000);
    assertArrayEquals(voice, two.alices().link().next().bytes());
  }

  private static void saysSomethingLongInParts(User user) {
    String text = user.message("status", "status", "here", "more", "x".repeat(60_000)).toString();
    user.meta().link().sendInFrames(text, 5_000);
    user.meta().reply().ok();
  }

  /** Whoever keeps most is closed by the server, be it in the middle of what it sends. */
  private static void quietly(Attack attack) {
    try {
      attack.run();
    } catch (IOException closed) {
      // Its connection has ended, and with it what it kept.
    }
  }

  private interface Attack {
    void run() throws IOException;
  }
}
