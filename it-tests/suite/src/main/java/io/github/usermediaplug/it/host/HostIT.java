package io.github.usermediaplug.it.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.Product;
import io.github.usermediaplug.it.deployment.WithExchange;
import io.github.usermediaplug.pair.Pair;
import io.github.usermediaplug.pair.UnpairReason;
import io.github.usermediaplug.plug.UserMediaPlug;
import io.github.usermediaplug.plug.UserMediaPlug.Outcome;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * What a host application in the same server is told and may say. These tests run inside that
 * server, with an observer that fails at every event; their clients are the server's own.
 */
class HostIT extends WithExchange {
  private static final String BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
             bean-discovery-mode="annotated"/>
      """;

  private static final String CONTEXT = "host";
  private static final String ADDRESS = "address.txt";

  @Inject private UserMediaPlug plug;
  @Inject private PairJournal journal;

  @Deployment
  public static WebArchive product() {
    String address = "http://localhost:" + System.getProperty("http.port") + "/" + CONTEXT + "/";
    return Product.at(CONTEXT)
        .war()
        .addPackage(HostIT.class.getPackage())
        .addPackage(WithExchange.class.getPackage())
        .addPackage(Exchange.class.getPackage())
        .addAsResource(new StringAsset(address), ADDRESS)
        .addAsWebInfResource(new StringAsset(BEANS), "beans.xml");
  }

  /** Arquillian's own way to tell it inside a server asks back, and at times waits in vain. */
  @Override
  protected URI root() {
    try (InputStream address = HostIT.class.getResourceAsStream("/" + ADDRESS)) {
      return URI.create(new String(address.readAllBytes(), UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void aPairIsToldToTheHostBeforeTheUsersAreToldToConnect() {
    var pair = exchange.pair();
    Pair began = journal.beginning(pair.toAlice().pair()).pair();
    assertEquals(pair.alice().name(), began.caller());
    assertEquals(pair.bob().name(), began.callee());
  }

  @Test
  void itsEndIsToldWithItsReason() {
    var pair = exchange.pair();
    Pair began = journal.beginning(pair.toAlice().pair()).pair();
    pair.alice().unpairs(pair.bob()).ok();
    var ended = journal.end(began.id());
    assertEquals(began, ended.pair());
    assertEquals(UnpairReason.HANG_UP, ended.reason());
  }

  @Test
  void eachIsToldOnce() {
    var pair = exchange.pair();
    String id = pair.toAlice().pair();
    pair.connect();
    journal.beginning(id);
    pair.alice().unpairs(pair.bob()).ok();
    journal.end(id);
    letAnotherPairComeAndGo();
    assertEquals(List.of(), journal.unread(id));
  }

  @Test
  void eachIsToldOnceWhenBothEndItAtOnce() {
    var friends = exchange.friends();
    for (int round = 0; round < 20; round++) {
      var pair = exchange.pair(friends.alice(), friends.bob());
      AtOnce.both(
          () -> friends.alice().unpairs(friends.bob()),
          () -> friends.bob().unpairs(friends.alice()));
      journal.beginning(pair.toAlice().pair());
      journal.end(pair.toAlice().pair());
      exchange.fence(friends.alice(), friends.bob());
      assertEquals(List.of(), journal.unread(pair.toAlice().pair()));
    }
  }

  @Test
  void anObserverThatFailsHarmsNeitherThePairNorOtherObservers() {
    var pair = exchange.pair();
    var connected = pair.connect();
    connected.alices().link().send("still here");
    assertEquals("still here", connected.bobs().link().next().text());
    journal.beginning(pair.toAlice().pair());
    pair.bob().unpairs(pair.alice()).ok();
    connected.alices().isClosedWith(1000);
    journal.end(pair.toAlice().pair());
  }

  @Test
  void theHostPairsTwoAtItsOwnWord() {
    User agent = exchange.user("agent");
    User customer = exchange.invisible("customer");
    assertEquals(Outcome.PAIRED, plug.pair(agent.name(), customer.name()));
    var toAgent = agent.isForcedToCall(customer);
    var toCustomer = customer.isForcedToCall(agent);
    assertEquals(toAgent.pair(), toCustomer.pair());
    journal.beginning(toAgent.pair());
    var agents = agent.joins(toAgent);
    customer.joins(toCustomer).paired();
    agents.paired();
    assertTrue(plug.arePaired(customer.name(), agent.name()));
  }

  @Test
  void theHostEndsAPair() {
    var pair = exchange.pair();
    var connected = pair.connect();
    assertTrue(plug.unpair(pair.bob().name(), pair.alice().name()));
    assertEquals(pair.bob().name(), pair.alice().isTold("unpair").getString("user"));
    assertEquals(pair.alice().name(), pair.bob().isTold("unpair").getString("user"));
    connected.alices().isClosedWith(1000);
    connected.bobs().isClosedWith(1000);
    journal.end(pair.toAlice().pair());
    assertFalse(plug.unpair(pair.bob().name(), pair.alice().name()));
    assertFalse(plug.arePaired(pair.bob().name(), pair.alice().name()));
  }

  @Test
  void theHostsWordAnswersACallThatRings() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    assertEquals(Outcome.PAIRED, plug.pair(bob.name(), alice.name()));
    alice.isForcedToCall(bob);
    bob.isForcedToCall(alice);
    alice.cancels(bob).refused("no-such-call");
  }

  @Test
  void theHostIsToldWhyItCannotPair() {
    var pair = exchange.pair();
    String alice = pair.alice().name();
    assertEquals(Outcome.ALREADY_PAIRED, plug.pair(alice, pair.bob().name()));
    assertEquals(Outcome.SAME_USER, plug.pair(alice, alice));
    assertEquals(Outcome.NOT_CONNECTED, plug.pair(alice, "nobody"));
  }

  @Test
  void theHostAsksWhoIsOnline() {
    User alice = exchange.user("alice");
    User ghost = exchange.invisible("ghost");
    assertTrue(plug.isOnline(alice.name()));
    assertFalse(plug.isOnline(ghost.name()));
    assertTrue(Set.copyOf(plug.online()).contains(alice.name()));
    assertFalse(plug.online().contains(ghost.name()));
    alice.leaves(ghost);
    assertFalse(plug.isOnline(alice.name()));
  }

  private void letAnotherPairComeAndGo() {
    var pair = exchange.pair();
    pair.alice().unpairs(pair.bob()).ok();
    journal.end(pair.toAlice().pair());
  }
}
