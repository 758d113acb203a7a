package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.ForceCall;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two who call each other at once want the same, and get it. */
class GlareIT extends AgainstDefaults {
  /** As many as stay within one connection's allowance of messages. */
  private static final int ROUNDS = 20;

  @Test
  void theSecondCallActsAsAnAcceptOfTheFirst() {
    var friends = exchange.friends();
    User alice = friends.alice();
    User bob = friends.bob();
    alice.calls(bob).ok();
    bob.calls(alice).ok().to("call");
    bob.isTold("call", alice);
    alice.isTold("accept", bob);
    assertEquals(alice.isForcedToCall(bob).pair(), bob.isForcedToCall(alice).pair());
    exchange.fence(alice, bob);
    alice.isToldNothingElse();
    bob.isToldNothingElse();
  }

  @Test
  void itPairsSomebodyWhoIsInvisibleToo() {
    User ghost = exchange.invisible("ghost");
    User bob = exchange.user("bob");
    ghost.calls(bob).ok();
    bob.calls(ghost).ok();
    ghost.isForcedToCall(bob);
    bob.isForcedToCall(ghost);
  }

  @RepeatedTest(6)
  void atTheSameMomentItIsAlwaysExactlyOnePair() {
    var friends = exchange.friends();
    for (int round = 0; round < ROUNDS; round++) {
      meet(friends.alice(), friends.bob());
    }
  }

  private void meet(User alice, User bob) {
    AtOnce.both(() -> alice.calls(bob), () -> bob.calls(alice)).forEach(reply -> reply.ok());
    ForceCall alices = alice.isForcedToCall(bob);
    ForceCall bobs = bob.isForcedToCall(alice);
    assertEquals(alices.pair(), bobs.pair());
    alice.unpairs(bob).ok();
    bob.isTold("unpair", alice);
    exchange.fence(alice, bob);
    boolean aliceWasFirst = alice.meta().unreadPushes().toString().contains("\"accept\"");
    (aliceWasFirst ? alice : bob).isTold("accept", aliceWasFirst ? bob : alice);
    (aliceWasFirst ? bob : alice).isTold("call", aliceWasFirst ? alice : bob);
    alice.isToldNothingElse();
    bob.isToldNothingElse();
    bob.unpairs(alice).refused("not-paired");
  }
}
