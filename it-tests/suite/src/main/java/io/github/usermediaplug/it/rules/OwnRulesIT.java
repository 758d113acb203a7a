package io.github.usermediaplug.it.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A host's beans take the place of the configured identity and of the configured policy. */
class OwnRulesIT extends OnTheLine {
  private static final String BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
             bean-discovery-mode="annotated"/>
      """;

  /** The settings are there, and nobody looks at them: without a key, tokens would fail it. */
  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("own-rules")
        .with("identity", "token")
        .with("call-policy", "anyone")
        .war()
        .addClasses(BadgeIdentity.class, DepartmentPolicy.class)
        .addAsWebInfResource(new StringAsset(BEANS), "beans.xml");
  }

  @Override
  protected Exchange exchange(URI root) {
    return Exchange.withTokens(root, BadgeIdentity::badge);
  }

  @Test
  void theHostSaysWhoSomebodyIs() {
    exchange.meta("alice").whoami("alice", "badge of bob").refused("not-authorized");
    User alice = exchange.user("alice");
    alice.alsoOn("phone").sets("busy").ok();
  }

  @Test
  void anIdentityThatFailsOrDoesNotDecideLetsNobodyIn() {
    Meta line = exchange.meta("stranger");
    line.whoami("broken", "badge of broken").refused("server-error");
    line.whoami("undecided", "badge of undecided").refused("not-authorized");
    line.ask(Json.of("type", "peers", "user", "undecided")).refused("not-identified");
    line.whoami(Exchange.fresh("alice")).ok();
  }

  @Test
  void whoMakesItFailAgainAndAgainIsClosed() {
    for (int stranger = 0; stranger < 3; stranger++) {
      Meta line = exchange.meta("stranger " + stranger);
      for (int i = 0; i < 20; i++) {
        line.whoami("broken", "badge of broken").refused("server-error");
      }
      line.whoami("broken", "badge of broken").refused("not-authorized");
      line.isClosedWith(1008);
    }
  }

  @Test
  void theHostSaysWhoMayCallWhom() {
    User ada = exchange.user("lab/ada");
    User ben = exchange.user("lab/ben");
    User cleo = exchange.user("sales/cleo");
    exchange.pair(ada, ben).connect();
    ada.calls(cleo).refused("peer-offline");
    ada.says("call", "peer", "sales/nobody").refused("peer-offline");
    ada.says("call", "peer", "lab/nobody").refused("unknown-user");
    cleo.says("peers", "tx", 1).ok();
    cleo.isToldNothingElse();
  }

  @Test
  void theHostSaysWhoSeesWhom() {
    User ada = exchange.user("lab/ada");
    User ben = exchange.user("lab/ben");
    User cleo = exchange.user("sales/cleo");
    ada.addsPeers(cleo.name(), ben.name()).ok();
    assertEquals(List.of(ben.name()), ada.peersOnline());
    ada.sets("busy").ok();
    ben.isToldStatus(ada, "busy");
    ada.close();
    ben.isToldStatus(ada, "offline");
    cleo.says("peers", "tx", 1).ok();
    cleo.isToldNothingElse();
  }

  @Test
  void aPolicyThatFailsLetsNobodyThroughAndTheLineGoesOn() {
    User ada = exchange.user("lab/ada");
    User broken = exchange.user("lost");
    ada.calls(broken).refused("server-error");
    broken.says("peers", "tx", 1).ok();
    broken.isToldNothingElse();
    ada.sets("still here").ok();
  }
}
