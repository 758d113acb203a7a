package io.github.usermediaplug.it;

import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import org.junit.jupiter.api.Test;

/** Ringing: who rings whom, and how it ends. */
class CallIT extends AgainstDefaults {
  @Test
  void aCallRingsThePeer() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok().to("call");
    bob.isTold("call", alice);
  }

  @Test
  void neitherNeedsToBeThePeerOfTheOther() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    exchange.pair(alice, bob);
  }

  @Test
  void aCallerMayBeInvisible() {
    User ghost = exchange.invisible("ghost");
    User bob = exchange.user("bob");
    ghost.calls(bob).ok();
    bob.isTold("call", ghost);
  }

  @Test
  void anAcceptedCallForcesBothToCall() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    bob.isTold("call", alice);
    bob.accepts(alice).ok().to("accept");
    alice.isTold("accept", bob);
    alice.isForcedToCall(bob);
    bob.isForcedToCall(alice);
  }

  @Test
  void aRejectedCallIsOver() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    bob.rejects(alice).ok().to("reject");
    alice.isTold("reject", bob);
    bob.accepts(alice).refused("no-such-call");
    alice.cancels(bob).refused("no-such-call");
    alice.calls(bob).ok();
  }

  @Test
  void aCancelledCallIsOver() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    alice.cancels(bob).ok().to("cancel");
    bob.isTold("call", alice);
    bob.isTold("cancel", alice);
    bob.accepts(alice).refused("no-such-call");
    bob.rejects(alice).refused("no-such-call");
    alice.calls(bob).ok();
  }

  @Test
  void onlyTheCallerCancelsAndOnlyTheCalleeAnswers() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    bob.cancels(alice).refused("no-such-call");
    alice.accepts(bob).refused("no-such-call");
    alice.rejects(bob).refused("no-such-call");
    bob.accepts(alice).ok();
  }

  @Test
  void whereNobodyRingsThereIsNoSuchCall() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.cancels(bob).refused("no-such-call").to("cancel");
    alice.accepts(bob).refused("no-such-call").to("accept");
    alice.rejects(bob).refused("no-such-call").to("reject");
    bob.meta().whoami(bob.name()).ok();
    bob.isToldNothingElse();
  }

  @Test
  void aThirdCannotAnswerForTheCallee() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User mallory = exchange.user("mallory");
    alice.calls(bob).ok();
    mallory.accepts(alice).refused("no-such-call");
    mallory.rejects(alice).refused("no-such-call");
    bob.accepts(alice).ok();
  }

  @Test
  void aCallToOneselfIsABadMessage() {
    User alice = exchange.user("alice");
    alice.calls(alice).refused("bad-message");
  }

  @Test
  void aCallToSomebodyInvisibleIsRefusedAsPeerOffline() {
    User alice = exchange.user("alice");
    User ghost = exchange.invisible("ghost");
    alice.calls(ghost).refused("peer-offline").to("call");
    ghost.sets("here").ok();
    ghost.sets("offline").ok();
    alice.calls(ghost).refused("peer-offline");
    ghost.isToldNothingElse();
  }

  @Test
  void aCallToSomebodyAwayIsRefusedAsPeerOffline() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    bob.leaves(alice);
    alice.calls(bob).refused("peer-offline");
  }

  @Test
  void aCallToSomebodyUnknownIsRefused() {
    User alice = exchange.user("alice");
    alice.says("call", "peer", "nobody at all").refused("unknown-user");
    alice.calls(exchange.stranger("stranger")).refused("unknown-user");
  }

  @Test
  void aCallThatRingsAlreadyExists() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    alice.calls(bob).refused("call-exists");
    bob.isTold("call", alice);
    bob.rejects(alice).ok();
    bob.isToldNothingElse();
  }

  @Test
  void whoIsPairedCannotCallAgain() {
    var pair = exchange.pair();
    pair.alice().calls(pair.bob()).refused("already-paired");
    pair.bob().calls(pair.alice()).refused("already-paired");
  }

  @Test
  void aUserMayRingAndBeRungByManyAtOnce() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User carol = exchange.user("carol");
    User dave = exchange.user("dave");
    alice.calls(bob).ok();
    alice.calls(carol).ok();
    dave.calls(alice).ok();
    alice.isTold("call", dave);
    carol.accepts(alice).ok();
    alice.isTold("accept", carol);
    alice.accepts(dave).ok();
    bob.rejects(alice).ok();
    alice.isTold("reject", bob);
  }

  @Test
  void whenTheCallerDisconnectsTheCalleeIsToldOfACancel() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    alice.close();
    bob.isTold("cancel", alice, "offline");
    bob.accepts(alice).refused("no-such-call");
  }

  @Test
  void whenTheCalleeDisconnectsTheCallerIsToldOfAReject() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    bob.close();
    alice.isTold("reject", bob, "offline");
    alice.cancels(bob).refused("no-such-call");
  }

  @Test
  void aCalleeWhoBecomesInvisibleMayStillAccept() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    bob.sets("offline").ok();
    bob.accepts(alice).ok();
    alice.isForcedToCall(bob);
  }
}
