package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two who are to talk: what they are told, and how one of them ends it. */
class PairIT extends AgainstDefaults {
  @Test
  void eachIsGivenATicketOfItsOwn() {
    var pair = exchange.pair();
    assertNotEquals(pair.toAlice().ticket(), pair.toBob().ticket());
    assertTrue(pair.toAlice().ticket().length() >= 16, "too short to be unguessable");
  }

  @Test
  void theMediaAddressCanBeOpenedByAClient() {
    exchange.pair().connect();
  }

  /** A proxy may have put the server at a path that it does not know. */
  @Test
  void theMediaAddressIsBesideTheClientsOwnMeta() {
    var pair = exchange.pair();
    URI meta = URI.create("wss://calls.example:8443/some/where/meta");
    assertEquals(
        URI.create("wss://calls.example:8443/some/where/media"),
        meta.resolve(pair.toAlice().media()));
    assertEquals(pair.toAlice().media(), pair.alice().asksTicket(pair.bob()).ok().string("media"));
  }

  @Test
  void theReplyToAcceptComesBeforeTheForceCall() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    bob.isTold("call", alice);
    bob.meta().send(bob.message("accept", "peer", alice.name()));
    assertTrue(bob.meta().link().next().text().contains("\"res\""));
    assertTrue(bob.meta().link().next().text().contains("\"force-call\""));
  }

  @Test
  void theCallerIsToldOfTheAcceptBeforeTheForceCall() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    bob.accepts(alice).ok();
    assertTrue(alice.meta().link().next().text().contains("\"accept\""));
    assertTrue(alice.meta().link().next().text().contains("\"force-call\""));
  }

  @Test
  void eitherEndsIt() {
    var first = exchange.pair();
    first.alice().unpairs(first.bob()).ok().to("unpair");
    first.bob().isTold("unpair", first.alice());
    var second = exchange.pair();
    second.bob().unpairs(second.alice()).ok();
    second.alice().isTold("unpair", second.bob());
  }

  @Test
  void itEndsOnce() {
    var pair = exchange.pair();
    pair.alice().unpairs(pair.bob()).ok();
    pair.alice().unpairs(pair.bob()).refused("not-paired");
    pair.bob().unpairs(pair.alice()).refused("not-paired");
    pair.bob().isTold("unpair", pair.alice());
    pair.alice().isToldNothingElse();
    pair.bob().isToldNothingElse();
  }

  @Test
  void twoWhoAreNotPairedAreToldSo() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.unpairs(bob).refused("not-paired").to("unpair");
    alice.asksTicket(bob).refused("not-paired").to("ticket");
    alice.signals(bob, "x").refused("not-paired").to("signal");
    alice.calls(bob).ok();
    alice.unpairs(bob).refused("not-paired");
    alice.asksTicket(bob).refused("not-paired");
  }

  @Test
  void afterItTheyMayPairAnew() {
    var first = exchange.pair();
    first.alice().unpairs(first.bob()).ok();
    first.bob().isTold("unpair", first.alice());
    var second = exchange.pair(first.bob(), first.alice());
    assertNotEquals(first.toAlice().pair(), second.toAlice().pair());
    second.connect();
  }

  @Test
  void aUserMayBeInSeveralPairsAtOnce() {
    User alice = exchange.user("alice");
    var withBob = exchange.pair(alice, exchange.user("bob"));
    var withCarol = exchange.pair(exchange.user("carol"), alice);
    assertNotEquals(withBob.toAlice().pair(), withCarol.toAlice().pair());
    var bobs = withBob.connect();
    var carols = withCarol.connect();
    alice.unpairs(withBob.bob()).ok();
    bobs.bobs().isClosedWith(1000);
    carols.alices().link().send("still here");
    assertEquals("still here", carols.bobs().link().next().text());
  }

  @Test
  void aFreshTicketIsGivenToEachOfThem() {
    var pair = exchange.pair();
    var alices = pair.alice().asksTicket(pair.bob()).ok().to("ticket");
    var bobs = pair.bob().asksTicket(pair.alice()).ok();
    assertEquals(
        4,
        Set.of(
                pair.toAlice().ticket(),
                pair.toBob().ticket(),
                alices.string("ticket"),
                bobs.string("ticket"))
            .size());
    assertEquals(pair.toAlice().media(), alices.string("media"));
    pair.alice().joins(pair.toAlice().with(alices.string("ticket")));
    pair.bob().joins(pair.toBob().with(bobs.string("ticket"))).paired();
  }

  @Test
  void thereAreNoTicketsForAPairThatIsOver() {
    var pair = exchange.pair();
    pair.alice().unpairs(pair.bob()).ok();
    pair.alice().asksTicket(pair.bob()).refused("not-paired");
    pair.bob().asksTicket(pair.alice()).refused("not-paired");
  }
}
