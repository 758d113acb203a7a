package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * How fast a client may talk on /meta. The rate is so low here that no machine is too slow to
 * exceed it.
 */
class RateIT extends OnTheLine {
  private static final int BURST = 10;
  private static final int ENOUGH = 60;

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("rate")
        .with("message-rate", "1")
        .with("message-burst", Integer.toString(BURST))
        .with("whoami-timeout", "2s")
        .war();
  }

  @Test
  void beyondItEachMessageIsRefusedInItsTurnAndTenInARowEndTheLine() {
    User alice = exchange.stranger("alice");
    for (int i = 1; i < ENOUGH; i++) {
      alice.meta().send(text(alice, i));
    }
    List<Reply> replies = untilTheEnd(alice.meta());
    for (int i = 0; i < replies.size(); i++) {
      assertAnswers(i + 1, replies.get(i));
    }
    assertTrue(replies.size() >= BURST - 1 + 10, () -> "cut short: " + replies);
    assertTrue(replies.stream().limit(BURST - 1).noneMatch(RateIT::isRefused), replies::toString);
    int last = replies.size() - 10;
    assertTrue(replies.stream().skip(last).allMatch(RateIT::isRefused), replies::toString);
    assertFalse(isRefused(replies.get(last - 1)), () -> "eleven in a row: " + replies);
    alice.meta().isClosedWith(1008);
  }

  @Test
  void nonsenseCountsAsWell() {
    Meta meta = exchange.meta("nobody");
    IntStream.range(0, ENOUGH).forEach(i -> meta.send("{"));
    List<Reply> replies = untilTheEnd(meta);
    replies.subList(0, BURST).forEach(reply -> reply.refused("bad-json"));
    replies
        .subList(replies.size() - 10, replies.size())
        .forEach(reply -> reply.refused("rate-limited").to("unknown"));
    meta.isClosedWith(1008);
  }

  @Test
  void whatIsRefusedChangesNothing() {
    String name = Exchange.fresh("alice");
    Meta meta = exchange.meta(name);
    String resume = meta.whoami(name).ok().string("resume");
    meta.ask(Json.of("type", "reg-user", "user", name, "peers", List.of())).ok();
    for (int i = 0; i < ENOUGH; i++) {
      meta.send(
          Json.of("type", "add-peers", "user", name, "peers", List.of("p" + i), "tx", "p" + i));
    }
    List<String> added =
        untilTheEnd(meta).stream().filter(Reply::isOk).map(reply -> reply.string("tx")).toList();
    Meta again = exchange.meta(name);
    again.resume(name, resume).ok();
    assertEquals(
        added, again.ask(Json.of("type", "peers", "user", name, "tx", 1)).ok().strings("peers"));
  }

  @Test
  void whoWasQuietMayTalkAgain() {
    User alice = exchange.invisible("alice");
    while (alice.says("peers", "tx", 1).isOk()) {
      // Faster than once a second.
    }
    // Closed for its silence, after two seconds.
    exchange.meta("silent").isClosedWith(1008);
    alice.says("peers", "tx", 1).ok();
  }

  @Test
  void oneUsersHasteIsNoOthers() {
    User alice = exchange.stranger("alice");
    User bob = exchange.stranger("bob");
    for (int i = 1; i < ENOUGH; i++) {
      alice.meta().send(text(alice, i));
    }
    alice.meta().isClosedWith(1008);
    bob.registers().ok();
  }

  private static String text(User user, int number) {
    return switch (number % 3) {
      case 0 -> "{";
      case 1 -> user.message("dance", "tx", number).toString();
      default -> user.message("peers", "tx", "t" + number).toString();
    };
  }

  /** The reply is to this message, refused for the rate or not. */
  private static void assertAnswers(int number, Reply reply) {
    switch (number % 3) {
      case 0 -> reply.to("unknown");
      case 1 -> assertEquals(number, reply.to("dance").json().getInt("tx"));
      default -> assertEquals("t" + number, reply.to("peers").string("tx"));
    }
  }

  private static boolean isRefused(Reply reply) {
    return reply.json().getString("error", "").equals("rate-limited");
  }

  private static List<Reply> untilTheEnd(Meta meta) {
    List<Reply> replies = new ArrayList<>();
    for (Optional<Reply> each = meta.replyOrEnd(); each.isPresent(); each = meta.replyOrEnd()) {
      replies.add(each.get());
    }
    return replies;
  }
}
