package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstTokens;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only those whom a user has among its peers may call it and see that it is there. */
class PeersOnlyIT extends AgainstTokens {
  private static final Duration PACE = Duration.ofMillis(50);

  @Deployment(testable = false)
  public static WebArchive product() {
    return configured("peers-only").with("call-policy", "peers-only").war();
  }

  @Test
  void whoIsAPeerOfTheCalleesMayCall() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    bob.addsPeers(alice.name()).ok();
    exchange.pair(alice, bob).connect();
  }

  /** That the caller has the callee among its peers is the caller's own doing. */
  @Test
  void whoHasNotBeenAddedMayNot() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.addsPeers(bob.name()).ok();
    alice.calls(bob).refused("peer-offline");
    bob.says("peers", "tx", 1).ok();
    bob.isToldNothingElse();
  }

  @Test
  void whoWasTakenOutAgainMayNoLonger() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    bob.addsPeers(alice.name()).ok();
    alice.calls(bob).ok();
    alice.cancels(bob).ok();
    bob.deletesPeers(alice.name()).ok();
    alice.calls(bob).refused("peer-offline");
  }

  /** The same word for word, so that a caller cannot tell who exists, and who is there. */
  @Test
  void aRefusedCallSaysTheSameOfEverybody() {
    User alice = exchange.user("alice");
    User absentFriend = exchange.user("friend");
    absentFriend.addsPeers(alice.name()).ok();
    absentFriend.leaves(exchange.user("witness"));
    User invisibleFriend = exchange.invisible("friend");
    invisibleFriend.addsPeers(alice.name()).ok();
    User absentStranger = exchange.user("stranger");
    absentStranger.leaves(exchange.user("witness"));
    Stream<String> nobodyThere =
        Stream.of(
            absentFriend.name(),
            invisibleFriend.name(),
            absentStranger.name(),
            exchange.user("stranger").name(),
            exchange.invisible("stranger").name(),
            exchange.stranger("never registered").name(),
            Exchange.fresh("nobody"));
    Set<String> replies =
        nobodyThere
            .map(peer -> alice.says("call", "peer", peer).refused("peer-offline"))
            .map(Reply::toString)
            .collect(Collectors.toSet());
    assertEquals(1, replies.size(), replies::toString);
  }

  /** Nothing else that a stranger says is answered by who the other is. */
  @ParameterizedTest
  @ValueSource(strings = {"cancel", "accept", "reject", "unpair", "signal", "ticket"})
  void everyOtherMessageSaysTheSameOfEverybody(String type) {
    User mallory = exchange.user("mallory");
    User bob = exchange.user("bob");
    User friend = exchange.user("carol");
    exchange.befriend(bob, friend);
    exchange.pair(friend, bob);
    Set<String> replies =
        Stream.of(bob.name(), exchange.invisible("stranger").name(), Exchange.fresh("nobody"))
            .map(peer -> mallory.says(type, "peer", peer, "data", "x").toString())
            .collect(Collectors.toSet());
    assertEquals(1, replies.size(), replies::toString);
    bob.isToldNothingElse();
  }

  @Test
  void onlyThoseWhoHaveAddedTheAskerAreShown() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User carol = exchange.user("carol");
    alice.addsPeers(bob.name(), carol.name(), Exchange.fresh("nobody")).ok();
    assertEquals(List.of(), alice.peersOnline());
    bob.addsPeers(alice.name()).ok();
    assertEquals(List.of(bob.name()), alice.peersOnline());
    carol.addsPeers(alice.name()).ok();
    assertEquals(List.of(bob.name(), carol.name()), alice.peersOnline());
    bob.deletesPeers(alice.name()).ok();
    assertEquals(List.of(carol.name()), alice.peersOnline());
  }

  @Test
  void aStrangerIsToldNobodysPresence() {
    User mallory = exchange.user("mallory");
    User bob = exchange.user("bob");
    User friend = exchange.user("carol");
    exchange.befriend(bob, friend);
    mallory.addsPeers(bob.name()).ok();
    bob.sets("busy").ok();
    friend.isToldStatus(bob, "busy");
    bob.close();
    friend.isToldStatus(bob, "offline");
    bob.returns().sets("back").ok();
    friend.isToldStatus(bob, "back");
    mallory.says("peers", "tx", 1).ok();
    mallory.isToldNothingElse();
  }

  /** A status says something, and nobody is to hear it who has not added its user. */
  @Test
  void aStrangersStatusIsToldToNobodyWhoHasNotAddedIt() {
    User mallory = exchange.user("mallory");
    User bob = exchange.user("bob");
    mallory.addsPeers(bob.name()).ok();
    mallory.sets("look here").ok();
    mallory.close();
    mallory.returns().sets("and here").ok();
    bob.says("peers", "tx", 1).ok();
    bob.isToldNothingElse();
    bob.addsPeers(mallory.name()).ok();
    mallory.returns().sets("friends now").ok();
    bob.isToldStatus(mallory, "friends now");
  }

  /** Who calls wants to talk: calling back needs no leave. */
  @Test
  void whoIsRungMayAcceptByCallingBack() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    bob.addsPeers(alice.name()).ok();
    alice.calls(bob).ok();
    bob.isTold("call", alice);
    bob.calls(alice).ok();
    alice.isTold("accept", bob);
    alice.isForcedToCall(bob);
    bob.isForcedToCall(alice);
    alice.calls(bob).refused("already-paired");
    bob.calls(alice).refused("already-paired");
  }

  @Test
  void aCallerMustBeRegisteredItself() {
    User bob = exchange.user("bob");
    exchange.stranger("alice").calls(bob).refused("unknown-user");
  }

  /**
   * Of a friend who is not there, a stranger who is, and nobody: none is refused, and nobody shown,
   * before the next step of the pace, which hides how long it took. No machine is too slow for
   * that.
   */
  @Test
  void anAnswerThatHidesSomethingIsHeldBack() {
    User alice = exchange.user("alice");
    User friend = exchange.invisible("friend");
    friend.addsPeers(alice.name()).ok();
    Stream.of(friend.name(), exchange.user("stranger").name(), Exchange.fresh("nobody"))
        .forEach(
            peer -> assertHeldBack(() -> alice.says("call", "peer", peer).refused("peer-offline")));
    assertHeldBack(alice::peersOnline);
  }

  private static void assertHeldBack(Runnable question) {
    long asked = System.nanoTime();
    question.run();
    long taken = System.nanoTime() - asked;
    assertTrue(taken >= PACE.toNanos(), () -> "answered after " + taken + " ns");
  }

  /** Replies keep their order though one of them is held back for a moment. */
  @Test
  void aRefusalIsAnsweredInItsTurn() {
    User alice = exchange.user("alice");
    alice.meta().send(alice.message("call", "peer", "nobody", "tx", 1));
    alice.meta().send(alice.message("peers-online", "tx", 2));
    alice.meta().send(alice.message("status", "status", "busy", "tx", 3));
    for (int tx = 1; tx <= 3; tx++) {
      assertEquals(tx, alice.meta().reply().json().getInt("tx"));
    }
  }
}
