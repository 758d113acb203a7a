package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstTokens;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * A message that makes much work costs more of its user's rate than one that makes little; who has
 * spent too much waits. The clock here is a line that says nothing and is closed for it.
 */
class CostIT extends AgainstTokens {
  /** Each costs 19 messages beyond its own, so two of the burst's 40 are within it. */
  private static final int PEERS = 200;

  @Deployment(testable = false)
  public static WebArchive product() {
    return configured("cost")
        .with("call-policy", "peers-only")
        .with("message-rate", "2")
        .with("message-burst", "40")
        .with("whoami-timeout", "2s")
        .war();
  }

  @Test
  void aStatusCostsWhatItsViewersDo() {
    User star = star();
    costlyTwiceAndPaidLater(star, () -> star.sets("busy").ok());
  }

  @Test
  void whoIsOnlineCostsWhatIsLookedUp() {
    User star = star();
    costlyTwiceAndPaidLater(star, star::peersOnline);
  }

  @Test
  void aPairCostsBoth() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    exchange.befriend(alice, bob);
    Runnable pair =
        () -> {
          alice.calls(bob).ok();
          bob.accepts(alice).ok();
          alice.unpairs(bob).ok();
        };
    pair.run();
    pair.run();
    pair.run();
    waits(bob);
    waits(alice);
  }

  /** The debt is the user's, whichever line it speaks on. */
  @Test
  void aNewLineBringsNothing() {
    User star = star();
    spendAll(() -> star.sets("busy").ok());
    User phone = star.alsoOn("phone");
    waits(phone);
    star.close();
    star.meta().awaitClosed();
    waits(star.returns());
  }

  @Test
  void othersDoNotWait() {
    User star = star();
    User other = exchange.user("other");
    spendAll(() -> star.sets("busy").ok());
    star.meta().send(star.message("peers", "tx", 1));
    for (int i = 0; i < 10; i++) {
      other.peers();
    }
    assertTrue(isUnanswered(star.meta()));
  }

  private void costlyTwiceAndPaidLater(User user, Runnable costly) {
    spendAll(costly);
    waits(user);
    assertEquals(PEERS, user.meta().reply().ok().json().getJsonArray("peers").size());
  }

  private static void spendAll(Runnable costly) {
    IntStream.range(0, 3).forEach(i -> costly.run());
  }

  /** Asks, and gets no answer for as long as the server waits for somebody else's whoami. */
  private void waits(User user) {
    user.meta().send(user.message("peers", "tx", 1));
    exchange.meta("silent").isClosedWith(1008);
    assertTrue(isUnanswered(user.meta()));
  }

  private static boolean isUnanswered(Meta meta) {
    return meta.link().unread().stream().noneMatch(message -> message.text().contains("\"res\""));
  }

  private User star() {
    User star = exchange.stranger("star");
    List<String> peers = IntStream.range(0, PEERS).mapToObj(i -> Exchange.fresh("peer")).toList();
    star.says("reg-user", "peers", peers).ok();
    return star;
  }
}
