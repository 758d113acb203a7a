package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Paired;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import io.github.usermediaplug.it.server.RunningServer;
import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A client that has so much to read that nothing more goes out to it, and then pings. What is kept
 * of its pongs is bounded. On Payara, whose WebSocket puts them into a queue of its own.
 */
@EnabledIfSystemProperty(named = "payara.home", matches = ".+")
class UnreadPongsIT extends OnTheLine {
  private static final int PINGS = 300_000;
  private static final int BINARY = 0x02;
  private static final int CONTINUED = 0x00;
  private static final int LAST = 0x80;

  /** With what the container and the kernel take of it, nothing goes out behind it. */
  private static final int PARTS = 20;

  private static final long PATIENCE = 20_000; // milliseconds

  /** Nobody is to be given up for what it does not read. */
  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("unread-pongs")
        .with("media-limit", "32MiB")
        .with("media-backlog", "64MiB")
        .with("ping-interval", "10m")
        .with("stall-timeout", "10m")
        .war();
  }

  @Test
  void theyTakeNothingFromOthers() throws Exception {
    RunningServer server = RunningServer.underTest();
    Paired pair = exchange.pair();
    SlowLink deaf = pair.alice().joinsSlowly(pair.toAlice());
    SlowLink sender = pair.bob().joinsSlowly(pair.toBob());
    sender.read(); // the word that the pair is complete
    // As large as one may be of the memory for unfinished ones, as it grows with its parts.
    sendsOneLongMessage(sender, new byte[(int) (server.maxHeap() / 32 / 24)]);
    sender.awaitPong();
    long before = server.liveBytes();
    Thread flood = deaf.floodPings(PINGS);
    // A server may also stop reading from it; then the flood does not end.
    flood.join(PATIENCE);
    exchange.pair().connect().talk();
    long grown = server.liveBytes() - before;
    assertTrue(grown < server.maxHeap() / 16, "grown by " + grown);
    deaf.cut();
  }

  private static void sendsOneLongMessage(SlowLink line, byte[] part) throws IOException {
    line.frame(BINARY, part);
    for (int i = 0; i < PARTS; i++) {
      line.frame(CONTINUED, part);
    }
    line.frame(LAST | CONTINUED, part);
  }
}
