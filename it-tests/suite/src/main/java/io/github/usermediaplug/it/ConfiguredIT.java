package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.ForceCall;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Each limit is the host's to set. */
class ConfiguredIT extends OnTheLine {
  private static final String CONTEXT = "configured";
  private static final int KIBIBYTE = 1 << 10;

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at(CONTEXT)
        .with("text-limit", "1KiB")
        .with("media-limit", "100KiB")
        .with("window", "131072")
        .with("peers-per-message", "2")
        .with("peers-per-user", "3")
        .with("media-url", "/" + CONTEXT + "/media?by=proxy")
        .war();
  }

  @Test
  void theLongestText() {
    User alice = exchange.user("alice");
    alice.says("peers", "tx", 1, "x", "x".repeat(900)).ok();
    alice.meta().send(alice.message("peers", "x", "x".repeat(KIBIBYTE)));
    alice.meta().isClosedWith(1009);
  }

  @Test
  void theLargestMedia() {
    var connected = exchange.pair().connect();
    connected.alices().link().send(new byte[100 * KIBIBYTE]);
    assertEquals(100 * KIBIBYTE, connected.bobs().link().next().bytes().length);
    connected.alices().link().send(new byte[100 * KIBIBYTE + 1]);
    connected.alices().isClosedWith(1009);
  }

  @Test
  void theWindow() {
    var pair = exchange.pair();
    pair.bob().joins(pair.toBob());
    assertEquals(128 * KIBIBYTE, pair.alice().joins(pair.toAlice()).paired().getInt("window"));
  }

  @Test
  void thePeersOfAMessageAndOfAUser() {
    User alice = exchange.invisible("alice");
    alice.addsPeers("a", "b", "c").refused("too-large");
    alice.addsPeers("a", "b").ok();
    alice.addsPeers("c", "d").refused("too-large");
    alice.addsPeers("c").ok();
    alice.addsPeers("d").refused("too-large");
  }

  @Test
  void whereClientsOpenMedia() {
    var pair = exchange.pair();
    ForceCall toAlice = pair.toAlice();
    assertEquals("/" + CONTEXT + "/media?by=proxy", toAlice.media());
    assertEquals(toAlice.media(), pair.alice().asksTicket(pair.bob()).ok().string("media"));
    pair.connect();
  }
}
