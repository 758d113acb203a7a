package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Static user data: who is registered, with which peers. */
class RosterIT extends AgainstDefaults {
  @Test
  void aUserIsRegisteredWithPeers() {
    User alice = exchange.stranger("alice");
    alice.registers("bob", "carol").ok().to("reg-user");
    assertEquals(List.of("bob", "carol"), alice.peers());
  }

  @Test
  void registeringTwiceIsRefusedAndChangesNothing() {
    User alice = exchange.stranger("alice");
    alice.registers("bob").ok();
    alice.registers("carol").refused("user-exists");
    assertEquals(List.of("bob"), alice.peers());
  }

  @Test
  void aUserStaysRegisteredWhileAway() {
    User alice = exchange.invisible("alice");
    User witness = exchange.user("witness");
    alice.leaves(witness);
    User again = alice.returns();
    again.registers().refused("user-exists");
    assertEquals(List.of(witness.name()), again.peers());
  }

  @Test
  void peersAreKeptInTheOrderTheyWereAdded() {
    User alice = exchange.stranger("alice");
    alice.registers("dave", "bob").ok();
    alice.addsPeers("carol", "alf").ok();
    alice.addsPeers("bea").ok();
    assertEquals(List.of("dave", "bob", "carol", "alf", "bea"), alice.peers());
  }

  @Test
  void repeatsAndTheUserItselfAreIgnored() {
    User alice = exchange.stranger("alice");
    alice.registers("bob", alice.name(), "bob").ok();
    assertEquals(List.of("bob"), alice.peers());
    alice.addsPeers("carol", "bob", alice.name(), "carol").ok();
    alice.addsPeers("bob").ok();
    assertEquals(List.of("bob", "carol"), alice.peers());
  }

  @Test
  void addingNobodyIsFine() {
    User alice = exchange.invisible("alice");
    alice.addsPeers().ok();
    alice.deletesPeers().ok();
    assertEquals(List.of(), alice.peers());
  }

  @Test
  void peersAreDeletedOnceOrTwice() {
    User alice = exchange.stranger("alice");
    alice.registers("bob", "carol", "dave").ok();
    alice.deletesPeers("carol", "nobody").ok();
    alice.deletesPeers("carol").ok();
    assertEquals(List.of("bob", "dave"), alice.peers());
  }

  @Test
  void aPeerAddedAgainComesLast() {
    User alice = exchange.stranger("alice");
    alice.registers("bob", "carol").ok();
    alice.deletesPeers("bob").ok();
    alice.addsPeers("bob").ok();
    assertEquals(List.of("carol", "bob"), alice.peers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"add-peers", "del-peers", "status", "call", "peers", "peers-online"})
  void whoIsNotRegisteredIsUnknown(String type) {
    User stranger = exchange.stranger("stranger");
    User bob = exchange.user("bob");
    stranger
        .says(type, "peers", List.of(), "status", "online", "peer", bob.name(), "tx", 1)
        .refused("unknown-user")
        .to(type);
  }

  @Test
  void withoutTxPeersAreAnsweredInTheSeedsForm() {
    User alice = exchange.stranger("alice");
    alice.registers("bob", "carol").ok();
    assertEquals(
        Json.of("type", "peers", "peers", List.of("bob", "carol")), alice.says("peers").json());
    assertEquals(
        Json.of("type", "peers-online", "peers_online", List.of()),
        alice.says("peers-online").json());
  }

  @Test
  void withTxPeersAreAnsweredByARes() {
    User alice = exchange.stranger("alice");
    alice.registers("bob").ok();
    assertEquals(
        Json.of("type", "res", "for", "peers", "ok", true, "tx", "a", "peers", List.of("bob")),
        alice.says("peers", "tx", "a").json());
    assertEquals(
        Json.of(
            "type", "res", "for", "peers-online", "ok", true, "tx", 0, "peers_online", List.of()),
        alice.says("peers-online", "tx", 0).json());
  }

  @Test
  void aRefusalWithoutTxIsAResAsAnyOther() {
    exchange.stranger("stranger").says("peers").refused("unknown-user").to("peers");
  }

  @Test
  void oneMessageCarries1000Peers() {
    User alice = exchange.invisible("alice");
    alice.addsPeers(names(0, 1000)).ok();
    assertEquals(names(0, 1000), alice.peers());
  }

  @Test
  void morePeersInOneMessageAreTooMany() {
    User alice = exchange.invisible("alice");
    alice.addsPeers("bob").ok();
    alice.addsPeers(names(0, 1001)).refused("too-large");
    alice.says("del-peers", "peers", names(0, 1001)).refused("too-large");
    assertEquals(List.of("bob"), alice.peers());
    exchange.stranger("eve").says("reg-user", "peers", names(0, 1001)).refused("too-large");
  }

  @Test
  void aUserHas5000PeersAtMost() {
    User alice = exchange.invisible("alice");
    List<String> all = new ArrayList<>();
    for (int from = 0; from < 5000; from += 1000) {
      alice.addsPeers(names(from, from + 1000)).ok();
      all.addAll(names(from, from + 1000));
    }
    alice.addsPeers("one too many").refused("too-large");
    alice.addsPeers(all.get(0)).ok();
    assertEquals(all, alice.peers());
    alice.deletesPeers(all.get(0)).ok();
    alice.addsPeers("one more").ok();
  }

  private static List<String> names(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "p" + i).toList();
  }
}
