package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Exchange.Friends;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;

/**
 * When two do at once what only one of them can do, one of them does it, and both are told the same
 * story.
 */
class RacesIT extends AgainstDefaults {
  /** As many as stay within one connection's allowance of messages. */
  private static final int ROUNDS = 20;

  @RepeatedTest(3)
  void acceptAgainstCancel() {
    Friends friends = exchange.friends();
    User alice = friends.alice();
    User bob = friends.bob();
    for (int round = 0; round < ROUNDS; round++) {
      ring(alice, bob);
      var replies = AtOnce.both(() -> bob.accepts(alice), () -> alice.cancels(bob));
      if (exactlyFirst(replies, "no-such-call")) {
        alice.isTold("accept", bob);
        assertEquals(alice.isForcedToCall(bob).pair(), bob.isForcedToCall(alice).pair());
        bob.unpairs(alice).ok();
        alice.isTold("unpair", bob);
      } else {
        bob.isTold("cancel", alice);
      }
      nothingElse(alice, bob);
    }
  }

  @RepeatedTest(3)
  void rejectAgainstCancel() {
    Friends friends = exchange.friends();
    User alice = friends.alice();
    User bob = friends.bob();
    for (int round = 0; round < ROUNDS; round++) {
      ring(alice, bob);
      var replies = AtOnce.both(() -> bob.rejects(alice), () -> alice.cancels(bob));
      if (exactlyFirst(replies, "no-such-call")) {
        alice.isTold("reject", bob);
      } else {
        bob.isTold("cancel", alice);
      }
      nothingElse(alice, bob);
    }
  }

  @RepeatedTest(3)
  void unpairAgainstUnpair() {
    Friends friends = exchange.friends();
    User alice = friends.alice();
    User bob = friends.bob();
    for (int round = 0; round < ROUNDS; round++) {
      exchange.pair(alice, bob);
      var replies = AtOnce.both(() -> alice.unpairs(bob), () -> bob.unpairs(alice));
      if (exactlyFirst(replies, "not-paired")) {
        bob.isTold("unpair", alice);
      } else {
        alice.isTold("unpair", bob);
      }
      nothingElse(alice, bob);
    }
  }

  @RepeatedTest(15)
  void acceptAgainstTheCallersEnd() {
    Friends friends = exchange.friends();
    User alice = friends.alice();
    User bob = friends.bob();
    ring(alice, bob);
    Reply reply = AtOnce.both(() -> bob.accepts(alice), () -> hangsUp(alice)).get(0);
    bob.isToldStatus(alice, "offline");
    if (reply.isOk()) {
      String pair = bob.isForcedToCall(alice).pair();
      User again = alice.returns();
      assertEquals(pair, again.isForcedToCall(bob).pair(), "within the grace period");
      nothingElse(again, bob);
    } else {
      reply.refused("no-such-call");
      bob.isTold("cancel", alice, "offline");
      nothingElse(alice.returns(), bob);
    }
  }

  @RepeatedTest(15)
  void callAgainstTheCalleesEnd() {
    Friends friends = exchange.friends();
    User alice = friends.alice();
    User bob = friends.bob();
    Reply reply = AtOnce.both(() -> alice.calls(bob), () -> hangsUp(bob)).get(0);
    alice.isToldStatus(bob, "offline");
    if (reply.isOk()) {
      alice.isTold("reject", bob, "offline");
    } else {
      reply.refused("peer-offline");
    }
    alice.cancels(bob).refused("no-such-call");
    nothingElse(alice, bob.returns());
  }

  @RepeatedTest(15)
  void unpairAgainstTheOthersEnd() {
    Friends friends = exchange.friends();
    User alice = friends.alice();
    User bob = friends.bob();
    exchange.pair(alice, bob);
    AtOnce.both(() -> alice.unpairs(bob), () -> hangsUp(bob)).get(0).ok();
    alice.isToldStatus(bob, "offline");
    nothingElse(alice, bob.returns());
  }

  private static Reply hangsUp(User user) {
    user.close();
    return null;
  }

  private static void ring(User alice, User bob) {
    alice.calls(bob).ok();
    bob.isTold("call", alice);
  }

  /** One of the two was done, the other refused with this code. */
  private static boolean exactlyFirst(List<Reply> replies, String code) {
    assertNotEquals(replies.get(0).isOk(), replies.get(1).isOk(), replies::toString);
    replies.get(replies.get(0).isOk() ? 1 : 0).refused(code);
    return replies.get(0).isOk();
  }

  private void nothingElse(User alice, User bob) {
    exchange.fence(alice, bob);
    alice.isToldNothingElse();
    bob.isToldNothingElse();
  }
}
