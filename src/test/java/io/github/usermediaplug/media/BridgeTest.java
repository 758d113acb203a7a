package io.github.usermediaplug.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.pair.Pair;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.socket.FakeSession;
import io.github.usermediaplug.socket.Frame;
import io.github.usermediaplug.socket.MemoryBudget;
import io.github.usermediaplug.socket.MemoryOwner;
import io.github.usermediaplug.socket.MemoryShare;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pairs are not among those that live here, so that nobody takes a bridge down. */
class BridgeTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  private final Threads threads = new Threads();
  private final MemoryBudget backlogs = new MemoryBudget(1_000_000, 640_000, owner -> {});
  private final MemoryBudget plenty = new MemoryBudget(1 << 20, 1 << 20, owner -> {});
  private final Terms terms = new Terms(threads, backlogs, 1000, LONG);
  private final Pairs pairs = new Pairs(new Exchange(), threads, Settings.of(Map.of()), null, null);

  @BeforeEach
  void open() {
    threads.open();
  }

  @AfterEach
  void stop() {
    threads.stop();
  }

  /** One who is there and sends, and one who may go and come again. */
  private final class Two {

    private final String name;
    private final Bridge bridge;
    private final MediaConnection sender = connection(new FakeSession());
    private FakeSession session = new FakeSession();
    private MediaConnection receiver = connection(session);

    Two(String name) {
      this.name = name;
      this.bridge = new Bridge(new Pair(name, name, "receiver", Instant.EPOCH), terms, pairs);
      bridge.join(name, sender);
      bridge.join("receiver", receiver);
    }

    Two says(String text) {
      bridge.relay(sender, new Frame.Text(text, text.length()));
      return this;
    }

    Two goes() {
      bridge.leave(receiver);
      return this;
    }

    /** What the receiver is told by the peer when it comes again. */
    List<String> comesAgain() {
      session = new FakeSession();
      session.completesAtOnce = true;
      receiver = connection(session);
      bridge.join("receiver", receiver);
      return heard();
    }

    /** Neither what the server says itself nor its pings. */
    List<String> heard() {
      return session.sent.stream().filter(text -> text.matches("\\w+")).toList();
    }

    boolean isBroken() {
      comesAgain();
      return receiver.outbound().isClosing();
    }

    private MediaConnection connection(FakeSession fake) {
      fake.completesAtOnce = true;
      return new MediaConnection(
          fake.session,
          null,
          terms,
          new Limits(1 << 20, 1000, 1000, LONG, LONG, LONG, plenty, plenty));
    }
  }

  @Test
  void nothingPassesOnceItIsEvicted() {
    Two two = new Two("ada").says("one");
    two.bridge.evict();
    two.says("two");
    assertEquals(List.of("one"), two.heard());
  }

  @Test
  void nothingIsKeptOnceOthersHaveEvictedIt() {
    Two two = new Two("ada").goes().says("x".repeat(500_000));
    MemoryShare other = backlogs.share(MemoryOwner.user("other"), () -> {});
    other.add(600_000);
    other.makeRoom();
    two.says("two");
    assertTrue(two.isBroken());
  }

  @Test
  void whereMemoryIsShortThoseWhoKeepMostGo() {
    Two greediest = new Two("greediest").goes().says("x".repeat(490_000));
    Two greedy = new Two("greedy").goes().says("x".repeat(250_000));
    Two third = new Two("greedy too").goes().says("x".repeat(250_000));
    String one = "1".repeat(8_000);
    String two = "2".repeat(5_000);
    Two honest = new Two("honest").goes().says(one).says(two);
    assertEquals(List.of(one, two), honest.comesAgain());
    assertTrue(greediest.isBroken());
    assertEquals(1, greedy.comesAgain().size());
    assertEquals(1, third.comesAgain().size());
  }

  @Test
  void whoKeepsMostGoesIfItAsksForMore() {
    Two honest = new Two("honest").goes().says("x".repeat(100_000));
    Two greedy = new Two("greedy").goes().says("x".repeat(500_000)).says("x".repeat(100_000));
    assertTrue(greedy.isBroken());
    assertEquals(1, honest.comesAgain().size());
  }

  @Test
  void whoKeepsMoreThanADirectionMayGoesAlone() {
    Two other = new Two("other").goes().says("x".repeat(350_000));
    Two greedy = new Two("greedy").goes().says("x".repeat(300_000)).says("x".repeat(350_000));
    assertTrue(greedy.isBroken());
    assertEquals(1, other.comesAgain().size());
  }
}
