package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstTokens;
import java.util.ArrayList;
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
  private static final int VIEWERS = 100;

  private static final int PEERS = 200;
  private static final int STRANGERS = 100;

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
    User star = star(VIEWERS);
    costlyTwiceAndPaidLater(star, () -> star.sets("busy").ok());
    assertEquals(VIEWERS, star.meta().reply().ok().strings("peers").size());
  }

  @Test
  void whoIsOnlineCostsWhatIsLookedUp() {
    User star = star(PEERS);
    costlyTwiceAndPaidLater(star, star::peersOnline);
    assertEquals(PEERS, star.meta().reply().ok().strings("peers").size());
  }

  @Test
  void aPairCostsBoth() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    exchange.befriend(alice, bob);
    for (int i = 0; i < 2; i++) {
      calls(alice, bob);
      alice.unpairs(bob).ok();
    }
    calls(alice, bob);
    waits(bob);
    waits(alice);
  }

  private static void calls(User caller, User callee) {
    caller.calls(callee).ok();
    callee.accepts(caller).ok();
  }

  /** The debt is the user's, whichever line it speaks on. */
  @Test
  void aNewLineBringsNothing() {
    User star = star(VIEWERS);
    spendAll(() -> star.sets("busy").ok());
    User phone = star.alsoOn("phone");
    waits(phone);
  }

  @Test
  void norDoesComingBack() {
    User star = star(VIEWERS);
    spendAll(() -> star.sets("busy").ok());
    star.close();
    star.meta().awaitClosed();
    waits(star.returns());
  }

  @Test
  void comingAndGoingCosts() {
    User witness = exchange.user("witness");
    User star = star(VIEWERS);
    witness.addsPeers(star.name()).ok();
    star.addsPeers(witness.name()).ok();
    for (int i = 0; i < 2; i++) {
      star.close();
      witness.isToldStatus(star, "offline");
      star = star.returns();
    }
    star.close();
    exchange.meta("silent").isClosedWith(1008);
    assertEquals(List.of(), witness.meta().link().unread());
    star = star.returns();
    star.sets("here").ok();
    witness.isToldStatus(star, "here");
  }

  /** Otherwise who comes would have to pay for them before its own {@code whoami} is answered. */
  @Test
  void whatStrangersSayIsOwedByNobody() {
    List<SlowLink> strangers = new ArrayList<>();
    for (int i = 0; i < STRANGERS; i++) {
      SlowLink stranger = exchange.slowMeta("stranger " + i);
      strangers.add(stranger);
      stranger.send("x".repeat(64_000));
    }
    exchange.user("honest").sets("here").ok();
    strangers.forEach(SlowLink::close);
  }

  @Test
  void othersDoNotWait() {
    User star = star(VIEWERS);
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

  private User star(int count) {
    User star = exchange.stranger("star");
    List<String> peers = IntStream.range(0, count).mapToObj(i -> Exchange.fresh("peer")).toList();
    star.says("reg-user", "peers", peers).ok();
    return star;
  }
}
