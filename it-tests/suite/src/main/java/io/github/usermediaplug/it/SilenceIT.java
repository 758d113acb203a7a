package io.github.usermediaplug.it;

import io.github.usermediaplug.it.client.Cable;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Alice is behind a network that swallows everything from some moment on, both ways; no FIN and no
 * reset ever comes. All that follows from a disconnect must follow.
 */
class SilenceIT extends OnTheLine {
  private static final int CONNECTIONS = 6;

  private Cable cable;
  private Exchange afar;

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("silence")
        .with("ping-interval", "500ms")
        .with("grace", "1s")
        .with("connections-per-address", Integer.toString(CONNECTIONS))
        .war();
  }

  @BeforeEach
  void layTheCable() {
    cable = Cable.to(root());
    afar = new Exchange(cable.uri());
  }

  @AfterEach
  void takeItUp() {
    cable.close();
    afar.close();
  }

  @Test
  void peersAreToldAndTheNameIsFree() {
    User bob = exchange.user("bob");
    User alice = afar.user("alice");
    exchange.befriend(alice, bob);
    cable.fallsSilent();
    bob.isToldStatus(alice, "offline");
    exchange.identified(alice.name()).sets("online").ok();
    bob.isToldStatus(alice, "online");
  }

  @Test
  void aCallThatRingsForHerIsDeclined() {
    User bob = exchange.user("bob");
    User alice = afar.user("alice");
    bob.calls(alice).ok();
    alice.isTold("call", bob);
    cable.fallsSilent();
    bob.isTold("reject", alice, "offline");
    bob.cancels(alice).refused("no-such-call");
  }

  @Test
  void aCallThatSheMadeIsWithdrawn() {
    User bob = exchange.user("bob");
    User alice = afar.user("alice");
    alice.calls(bob).ok();
    bob.isTold("call", alice);
    cable.fallsSilent();
    bob.isTold("cancel", alice, "offline");
    bob.accepts(alice).refused("no-such-call");
  }

  @Test
  void herPairEnds() {
    var pair = exchange.pair(afar.user("alice"), exchange.user("bob")).connect();
    cable.fallsSilent();
    pair.bobs().onHold();
    pair.bob().isTold("unpair", pair.alice(), "offline");
    pair.bobs().isClosedWith(1000);
    pair.bob().unpairs(pair.alice()).refused("not-paired");
  }

  @Test
  void whereOnlyHerMediaIsSilentThePairEndsForThat() {
    var pair = exchange.pair();
    User alice = pair.alice();
    User bob = pair.bob();
    var bobs = bob.joins(pair.toBob());
    var alices = afar.media(alice.name()).join(alice.name(), bob.name(), pair.toAlice().ticket());
    alices.paired();
    bobs.paired();
    cable.fallsSilent();
    bobs.onHold();
    alice.isTold("unpair", bob, "media-timeout");
    bob.isTold("unpair", alice, "media-timeout");
    bobs.isClosedWith(1000);
  }

  /** More lines in all than the address may have at a time, so each must have been given up. */
  @Test
  void nothingIsKeptOfThoseWhoFellSilent() {
    User bob = exchange.user("bob");
    for (int i = 0; i < 4; i++) {
      var pair = exchange.pair(afar.user("alice"), bob).connect();
      cable.fallsSilent();
      pair.bobs().onHold();
      bob.isTold("unpair", pair.alice(), "offline");
      pair.bobs().isClosedWith(1000);
      takeItUp();
      layTheCable();
    }
  }
}
