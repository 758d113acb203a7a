package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dynamic metadata: who is there, in what state, and who is told. */
class PresenceIT extends AgainstDefaults {
  @Test
  void aStatusIsForwardedToTheUsersPeers() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User carol = exchange.user("carol");
    alice.addsPeers(bob.name(), carol.name(), "nobody").ok();
    alice.sets("busy").ok().to("status");
    bob.isToldStatus(alice, "busy");
    carol.isToldStatus(alice, "busy");
  }

  @Test
  void itIsForwardedToPeersOfTheUserNotToThoseWhoHaveTheUserAsPeer() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User admirer = exchange.user("admirer");
    alice.addsPeers(bob.name()).ok();
    admirer.addsPeers(alice.name()).ok();
    alice.sets("busy").ok();
    bob.isToldStatus(alice, "busy");
    admirer.peers();
    admirer.isToldNothingElse();
  }

  @Test
  void aPeerWhoIsInvisibleIsToldAllTheSame() {
    User alice = exchange.user("alice");
    User ghost = exchange.invisible("ghost");
    alice.addsPeers(ghost.name()).ok();
    alice.sets("busy").ok();
    ghost.isToldStatus(alice, "busy");
  }

  @Test
  void thePeersOfAStrangerAreNotTold() {
    User alice = exchange.stranger("alice");
    User bob = exchange.user("bob");
    alice.sets("busy").refused("unknown-user");
    bob.peers();
    bob.isToldNothingElse();
  }

  @Test
  void whoSetNoStatusYetIsOffline() {
    User alice = exchange.user("alice");
    User ghost = exchange.invisible("ghost");
    alice.addsPeers(ghost.name()).ok();
    assertEquals(List.of(), alice.peersOnline());
    ghost.sets("here").ok();
    assertEquals(List.of(ghost.name()), alice.peersOnline());
  }

  @Test
  void offlineMeansInvisibleAndIsForwarded() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    exchange.befriend(alice, bob);
    bob.sets("offline").ok();
    alice.isToldStatus(bob, "offline");
    assertEquals(List.of(), alice.peersOnline());
    bob.sets("back").ok();
    assertEquals(List.of(bob.name()), alice.peersOnline());
  }

  @Test
  void peersOnlineKeepsTheOrderOfPeers() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User carol = exchange.user("carol");
    User dave = exchange.user("dave");
    alice.addsPeers(dave.name(), "nobody", bob.name(), carol.name()).ok();
    bob.sets("offline").ok();
    assertEquals(List.of(dave.name(), carol.name()), alice.peersOnline());
  }

  @Test
  void peersAreToldWhenTheLineEnds() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.addsPeers(bob.name()).ok();
    bob.addsPeers(alice.name()).ok();
    alice.close();
    bob.isToldStatus(alice, "offline");
    assertEquals(List.of(), bob.peersOnline());
  }

  @Test
  void peersAreToldWhenTheLineIsCut() {
    User bob = exchange.user("bob");
    User alice = exchange.user("alice");
    alice.addsPeers(bob.name()).ok();
    String resume = alice.meta().whoami(alice.name()).ok().string("resume");
    var cable = exchange.slowMeta(alice.name());
    cable.send(alice.message("whoami", "resume", resume).toString());
    alice.meta().isClosedWith(1000);
    cable.cut();
    bob.isToldStatus(alice, "offline");
  }

  @Test
  void whoComesBackIsOfflineUntilTheNextStatus() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    bob.addsPeers(alice.name()).ok();
    alice.leaves(bob);
    User again = alice.returns();
    assertEquals(List.of(), bob.peersOnline());
    again.sets("back").ok();
    bob.isToldStatus(again, "back");
    assertEquals(List.of(alice.name()), bob.peersOnline());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "in a meeting until 5 ☕", "\"quoted\" \\ back", "OFFLINE", " "})
  void aStatusIsAnyText(String status) {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.addsPeers(bob.name()).ok();
    alice.sets(status).ok();
    bob.isToldStatus(alice, status);
  }

  @Test
  void aStatusHas1To128Characters() {
    User alice = exchange.user("alice");
    alice.sets("x".repeat(128)).ok();
    alice.sets("x".repeat(129)).refused("bad-message");
    alice.sets("").refused("bad-message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "a\u0000", "\u007f", "\u0090"})
  void aStatusHasNoControlCharacters(String status) {
    exchange.user("alice").sets(status).refused("bad-message");
  }
}
