package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import org.junit.jupiter.api.Test;

/**
 * A pair outlives a lost /meta connection for a while. What happens when the while is over:
 * TimesIT.
 */
class GraceIT extends AgainstDefaults {
  @Test
  void whoComesBackIsStillPaired() {
    var pair = exchange.pair();
    pair.alice().leaves(pair.bob());
    User again = pair.alice().returns();
    var anew = again.isForcedToCall(pair.bob());
    assertEquals(pair.toAlice().pair(), anew.pair());
    assertNotEquals(pair.toAlice().ticket(), anew.ticket());
    again.signals(pair.bob(), "still here").ok();
    assertEquals("still here", pair.bob().isTold("signal").getString("data"));
    pair.bob().isToldNothingElse();
  }

  @Test
  void theFreshTicketOpensMedia() {
    var pair = exchange.pair();
    var bobs = pair.bob().joins(pair.toBob());
    pair.alice().leaves(pair.bob());
    User again = pair.alice().returns();
    var alices = again.joins(again.isForcedToCall(pair.bob()));
    alices.paired();
    bobs.paired();
  }

  @Test
  void mediaThatLivesIsLeftAlone() {
    var connected = exchange.pair().connect();
    connected.alice().leaves(connected.bob());
    connected.alices().link().send("while away");
    assertEquals("while away", connected.bobs().link().next().text());
    User again = connected.alice().returns();
    again.isForcedToCall(connected.bob());
    connected.bobs().link().send("back again");
    assertEquals("back again", connected.alices().link().next().text());
  }

  @Test
  void bothMayLoseTheirLines() {
    var pair = exchange.pair();
    User witness = exchange.user("witness");
    pair.alice().leaves(witness);
    pair.bob().leaves(witness);
    User alice = pair.alice().returns();
    User bob = pair.bob().returns();
    var toAlice = alice.isForcedToCall(bob);
    var toBob = bob.isForcedToCall(alice);
    assertEquals(toAlice.pair(), toBob.pair());
    var alices = alice.joins(toAlice);
    bob.joins(toBob).paired();
    alices.paired();
  }

  @Test
  void whoStaysMayEndThePairMeanwhile() {
    var friends = exchange.friends();
    var connected = exchange.pair(friends.alice(), friends.bob()).connect();
    connected.alice().leaves(connected.bob());
    connected.bob().unpairs(connected.alice()).ok();
    connected.alices().isClosedWith(1000);
    connected.bobs().isClosedWith(1000);
    User again = connected.alice().returns();
    again.unpairs(connected.bob()).refused("not-paired");
    again.isToldNothingElse();
  }

  @Test
  void everyPairOfTheUserIsToldAnew() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User carol = exchange.user("carol");
    exchange.pair(alice, bob);
    exchange.pair(carol, alice);
    alice.leaves(bob);
    User again = alice.returns();
    again.isTold("force-call");
    again.isTold("force-call");
    again.unpairs(bob).ok();
    again.unpairs(carol).ok();
  }
}
