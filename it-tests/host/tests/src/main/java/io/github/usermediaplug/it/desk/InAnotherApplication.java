package io.github.usermediaplug.it.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Link;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import jakarta.websocket.DeploymentException;
import java.io.File;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What a team has that added the jar to its own WAR by its coordinates. Where a test looks into the
 * host's ledger, another pair has begun since: events go out one after another, and before the
 * users are told.
 */
abstract class InAnotherApplication extends OnTheLine {
  /** Where the jar would make a folder and a file, were it asked to keep the users. */
  static final File STORE_FILE = new File(Product.newStoreFile(), "users.json");

  @Test
  void theHostsOwnPageIsServed() {
    assertTrue(desk().get("").body().contains("<h1>Service desk</h1>"));
  }

  @Test
  void theHostsPagesAreTheHosts() {
    for (String path : List.of("", "user-media-plug.js", "no-such-page")) {
      Set<String> headers = desk().get(path).headers().map().keySet();
      assertFalse(headers.contains("content-security-policy"), () -> path + ": " + headers);
      assertFalse(headers.contains("permissions-policy"), () -> path + ": " + headers);
    }
  }

  @Test
  void theHostsOwnLoginIsAsked() {
    DeskClient desk = desk();
    assertEquals(401, desk.get("calls").statusCode());
    assertEquals(403, desk.logIn("agent", "wrong").statusCode());
    assertEquals(401, desk.get("calls").statusCode());
    assertEquals(200, desk.logIn("agent", "open sesame").statusCode());
    assertEquals(200, desk.get("calls").statusCode());
  }

  @Test
  void theBrowsersApiIsServedBelowTheHostsContextRoot() {
    var script = desk().get("user-media-plug.js");
    assertEquals(200, script.statusCode());
    assertTrue(script.headers().firstValue("Content-Type").orElse("").contains("javascript"));
    assertTrue(script.body().contains("export"));
    assertEquals(200, desk().get("user-media-plug/client.js").statusCode());
    assertEquals(200, desk().get("user-media-plug.d.ts").statusCode());
  }

  @Test
  void bothEndpointsAreThereAndCarryACall() {
    var pair = exchange.pair();
    assertEquals(exchange.mediaUri(), exchange.resolved(pair.toAlice().media()));
    var connected = pair.connect();
    connected.alices().link().send("hello");
    assertEquals("hello", connected.bobs().link().next().text());
  }

  @Test
  void aForeignOriginIsTurnedAwayByTheJarAlone() {
    String foreign = "https://elsewhere.example";
    assertThrows(
        DeploymentException.class,
        () -> Link.openFrom(foreign, "foreign page", exchange.metaUri()).close());
  }

  @Test
  void theHostsBeanIsToldOfPairs() {
    var pair = exchange.pair();
    String id = pair.toAlice().pair();
    pair.alice().unpairs(pair.bob()).ok();
    exchange.pair();
    assertEquals(
        List.of(
            "began %s %s %s".formatted(id, pair.alice().name(), pair.bob().name()),
            "ended %s hang-up".formatted(id)),
        ledger(id));
  }

  @Test
  void theHostsOwnUsersAreAsked() {
    User reception = exchange.identified("reception");
    assertEquals(List.of("first-floor", "second-floor"), reception.peers());
    reception.registers().refused("user-exists");
  }

  @Test
  void theHostKeepsTheUsersAndThereIsNoFile() {
    User alice = exchange.stranger("alice");
    alice.registers("bob").ok();
    alice.addsPeers("carol").ok();
    alice.deletesPeers("bob").ok();
    assertEquals(List.of("carol"), alice.peers());
    assertFalse(STORE_FILE.getParentFile().exists(), "the users are in " + STORE_FILE);
  }

  @Test
  void theHostPairsTwoAndEndsThePair() {
    User agent = exchange.user("agent");
    User customer = exchange.user("customer");
    DeskClient desk = deskOf(agent);
    assertEquals(201, desk.begins(customer.name()));
    var toAgent = agent.isForcedToCall(customer);
    var toCustomer = customer.isForcedToCall(agent);
    var agents = agent.joins(toAgent);
    var customers = customer.joins(toCustomer);
    agents.paired();
    customers.paired();
    assertEquals(204, desk.ends(customer.name()));
    agent.isTold("unpair", customer, "host");
    customer.isTold("unpair", agent, "host");
    agents.isClosedWith(1000);
    customers.isClosedWith(1000);
    exchange.pair();
    assertEquals("ended %s host".formatted(toAgent.pair()), ledger(toAgent.pair()).get(1));
  }

  @Test
  void theHostIsToldWhatCannotBe() {
    User agent = exchange.user("agent");
    DeskClient desk = deskOf(agent);
    assertEquals(409, desk.begins("nobody"));
    assertEquals(404, desk.ends("nobody"));
  }

  @Test
  void theHostAsksWhoIsOnline() {
    User agent = exchange.user("agent");
    User ghost = exchange.invisible("ghost");
    List<String> online = deskOf(agent).lines("calls");
    assertTrue(online.contains(agent.name()));
    assertFalse(online.contains(ghost.name()));
  }

  private DeskClient desk() {
    return new DeskClient(root());
  }

  private DeskClient deskOf(User agent) {
    DeskClient desk = desk();
    desk.logIn(agent.name(), "open sesame");
    return desk;
  }

  private List<String> ledger(String pair) {
    DeskClient desk = desk();
    desk.logIn(Exchange.fresh("auditor"), "open sesame");
    return desk.lines("ledger").stream().filter(line -> line.contains(pair)).toList();
  }
}
