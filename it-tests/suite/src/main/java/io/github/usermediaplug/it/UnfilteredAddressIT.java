package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Where no filter has seen the address of a client, all clients count as one. */
class UnfilteredAddressIT extends OnTheLine {
  private static final int LIMIT = 4;

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("unfiltered-address")
        .with("connections-per-address", Integer.toString(LIMIT))
        .withoutFilters()
        .war();
  }

  @Test
  void oneMoreThanAnAddressMayHaveIsShownOut() {
    for (int i = 0; i < LIMIT; i += 2) {
      exchange.stranger("alice");
      exchange.stranger("bob");
    }
    String full = "1008 too many connections from this address";
    assertEquals(full, exchange.slowMeta("carol").awaitCloseReason());
    assertEquals(full, exchange.slowMedia("carol").awaitCloseReason());
  }
}
