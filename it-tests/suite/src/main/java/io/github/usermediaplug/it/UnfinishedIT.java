package io.github.usermediaplug.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.io.IOException;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that come in fragments without end, from clients that answer every ping. */
class UnfinishedIT extends OnTheLine {
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CONTINUED = 0;
  private static final int LAST = 0x80;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("unfinished")
        .with("message-timeout", "1s")
        .with("ping-interval", "500ms")
        .with("whoami-timeout", "3s")
        .with("join-timeout", "3s")
        .war();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x"})
  void onMetaTheyEndTheLine(String fragment) throws IOException {
    SlowLink line = identified(Exchange.fresh("mallory"));
    line.frame(TEXT, "{\"type\":\"".getBytes(UTF_8));
    assertEquals(1008, goesOn(line, fragment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x"})
  void beforeWhoamiToo(String fragment) throws IOException {
    SlowLink line = exchange.slowMeta("mallory");
    line.frame(TEXT, "{".getBytes(UTF_8));
    assertEquals(1008, goesOn(line, fragment));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x"})
  void beforeJoinToo(String fragment) throws IOException {
    SlowLink line = exchange.slowMedia("mallory");
    line.frame(TEXT, "{".getBytes(UTF_8));
    assertEquals(1008, goesOn(line, fragment));
  }

  @ParameterizedTest
  @ValueSource(ints = {TEXT, BINARY})
  void onMediaTheyEndTheSendersLineAndTheOtherIsToldToHold(int kind) throws IOException {
    var pair = exchange.pair();
    var bobs = pair.bob().joins(pair.toBob());
    SlowLink line = pair.alice().joinsSlowly(pair.toAlice());
    assertTrue(line.read().text().contains("\"pair\""));
    bobs.paired();
    line.frame(kind, "begun".getBytes(UTF_8));
    assertEquals(1008, goesOn(line, "x"));
    bobs.onHold();
  }

  @Test
  void aMessageInThousandsOfFragmentsIsStillOne() throws IOException {
    String name = Exchange.fresh("alice");
    SlowLink line = identified(name);
    String message = Json.of("type", "peers", "user", name, "tx", 7).toString();
    line.frame(TEXT, new byte[0]);
    for (byte each : message.getBytes(UTF_8)) {
      line.frame(CONTINUED, new byte[] {each});
      for (int i = 0; i < 50; i++) {
        line.frame(CONTINUED, new byte[0]);
      }
    }
    line.frame(LAST | CONTINUED, new byte[0]);
    assertEquals(7, Json.parse(line.read().text()).getInt("tx"));
  }

  @Test
  void whoOnlyAnswersPingsStays() throws IOException {
    SlowLink line = identified(Exchange.fresh("alice"));
    // Longer than a message without end may take.
    line.answerPings(8);
    line.send("{");
    assertTrue(line.read().text().contains("bad-json"));
  }

  private SlowLink identified(String name) throws IOException {
    SlowLink line = exchange.slowMeta(name);
    line.send(Json.of("type", "whoami", "user", name).toString());
    assertTrue(Json.parse(line.read().text()).getBoolean("ok"));
    return line;
  }

  /** Sends fragments, and answers pings, until the server closes. */
  private static int goesOn(SlowLink line, String fragment) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        // One to a ping is enough: what ends it is its time.
        line.answerPings(1);
      } catch (SlowLink.Closed closed) {
        return closed.code();
      }
      line.frame(CONTINUED, fragment.getBytes(UTF_8));
    }
    throw new AssertionError("it went on");
  }
}
