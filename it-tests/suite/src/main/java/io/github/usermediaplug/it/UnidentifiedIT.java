package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Media;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** How many may be there who have not said who they are. */
class UnidentifiedIT extends OnTheLine {
  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("unidentified")
        .with("unidentified-connections", "3")
        .with("whoami-timeout", "1m")
        .with("join-timeout", "1m")
        .war();
  }

  @Test
  void whoWaitsLongestGoesAndNobodyIsKeptOut() {
    var pair = exchange.pair().connect();
    User carol = exchange.user("carol");
    Meta first = stranger("first");
    Meta second = stranger("second");
    Meta third = stranger("third");
    isThere(first);
    Media fourth = exchange.media("fourth");
    first.isClosedWith(1013);
    isThere(second);
    isThere(third);
    stranger("fifth");
    second.isClosedWith(1013);
    stranger("sixth");
    third.isClosedWith(1013);
    exchange.meta("seventh");
    fourth.isClosedWith(1013);
    exchange.user("dave");
    carol.sets("still here").ok();
    pair.alice().sets("still here").ok();
    pair.alices().link().send("still here");
    assertEquals("still here", pair.bobs().link().next().text());
  }

  private Meta stranger(String name) {
    Meta meta = exchange.meta(name);
    // Known to the server by now, so that the next one comes behind it.
    isThere(meta);
    return meta;
  }

  private static void isThere(Meta meta) {
    meta.ask("{}").refused("bad-message");
  }
}
