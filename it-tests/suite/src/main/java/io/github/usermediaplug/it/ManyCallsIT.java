package io.github.usermediaplug.it;

import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** How many calls and pairs one user may have at a time. */
class ManyCallsIT extends OnTheLine {
  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("many-calls").with("calls-per-user", "2").with("pairs-per-user", "2").war();
  }

  @Test
  void aUserRingsSoManyAtATime() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User carol = exchange.user("carol");
    User dave = exchange.user("dave");
    alice.calls(bob).ok();
    alice.calls(carol).ok();
    alice.calls(dave).refused("rate-limited");
    dave.isToldNothingElse();
    alice.cancels(dave).refused("no-such-call");
    alice.cancels(carol).ok();
    alice.calls(dave).ok();
    dave.isTold("call", alice);
  }

  @Test
  void howManyRingAUserIsNotItsDoing() {
    User alice = exchange.user("alice");
    for (String name : new String[] {"bob", "carol", "dave", "eve"}) {
      exchange.user(name).calls(alice).ok();
      alice.isTold("call");
    }
    alice.calls(exchange.user("frank")).ok();
  }

  @Test
  void aUserIsInSoManyPairsAtATime() {
    User alice = exchange.user("alice");
    var first = exchange.pair(alice, exchange.user("bob"));
    User carol = exchange.user("carol");
    User dave = exchange.user("dave");
    alice.calls(carol).ok();
    dave.calls(alice).ok();
    carol.accepts(alice).ok();
    alice.calls(exchange.user("eve")).refused("rate-limited");
    alice.accepts(dave).refused("rate-limited");
    alice.calls(dave).refused("rate-limited");
    first.bob().unpairs(alice).ok();
    alice.accepts(dave).ok();
    alice.isForcedToCall(carol);
    alice.isForcedToCall(dave);
  }

  @Test
  void noneIsAcceptedWhoseCallerHasSoManyMeanwhile() {
    User alice = exchange.user("alice");
    exchange.pair(alice, exchange.user("bob"));
    User carol = exchange.user("carol");
    User dave = exchange.user("dave");
    alice.calls(carol).ok();
    alice.calls(dave).ok();
    carol.accepts(alice).ok();
    dave.accepts(alice).refused("rate-limited");
    dave.rejects(alice).ok();
    alice.isTold("reject", dave);
  }
}
