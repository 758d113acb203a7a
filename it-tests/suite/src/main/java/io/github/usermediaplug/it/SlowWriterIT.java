package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Frames that come byte by byte. A client can answer no ping within one, so it is given up like
 * somebody silent, and no thread waits for it meanwhile.
 */
class SlowWriterIT extends OnTheLine {
  /** More than any of the servers has threads for requests. */
  private static final int WRITERS = 220;

  private static final int TEXT = 0x81;
  private static final int BINARY = 0x82;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("slow-writers")
        .with("ping-interval", "1s")
        .with("message-timeout", "1h")
        // The witness speaks as often as the writers are looked at, and the fewer the faster.
        .with("message-rate", "100000")
        .with("message-burst", "100000")
        .war();
  }

  @Test
  void onMetaTheyHoldNobodyUpAndAreGivenUp() throws IOException {
    User witness = exchange.user("witness");
    List<SlowLink> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(identified());
    }
    for (SlowLink writer : writers) {
      begins(writer, TEXT);
    }
    goOnUntilAllHaveEnded(writers, () -> witness.sets("still here").ok());
  }

  @Test
  void onMediaTheOtherIsToldToHold() throws IOException {
    var pair = exchange.pair();
    var bobs = pair.bob().joins(pair.toBob());
    SlowLink alices = pair.alice().joinsSlowly(pair.toAlice());
    assertTrue(alices.read().text().contains("\"pair\""));
    bobs.paired();
    begins(alices, BINARY);
    goOnUntilAllHaveEnded(List.of(alices), () -> {});
    bobs.onHold();
  }

  private SlowLink identified() throws IOException {
    String name = Exchange.fresh("slow");
    SlowLink line = exchange.slowMeta(name);
    line.send(Json.of("type", "whoami", "user", name).toString());
    assertTrue(Json.parse(line.read().text()).getBoolean("ok"));
    return line;
  }

  /** The head of a frame of 60,000 bytes, with a mask of zeros. */
  private static void begins(SlowLink writer, int kind) throws IOException {
    writer.raw((byte) kind, (byte) 0xFE, (byte) 0xEA, (byte) 0x60);
    writer.raw(new byte[4]);
  }

  private static void goOnUntilAllHaveEnded(List<SlowLink> writers, Runnable meanwhile) {
    List<SlowLink> left = new ArrayList<>(writers);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!left.isEmpty()) {
      assertTrue(System.nanoTime() < deadline, () -> left.size() + " still write");
      left.removeIf(writer -> hasEnded(writer));
      meanwhile.run();
    }
  }

  private static boolean hasEnded(SlowLink writer) {
    try {
      writer.raw((byte) 'x');
      return writer.hasEnded();
    } catch (IOException ended) {
      return true;
    }
  }
}
