package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Knock;
import io.github.usermediaplug.it.client.Link;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Foreign pages that the configuration lets in. */
class AllowedOriginIT extends OnTheLine {
  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("allowed-origins")
        .with("allowed-origins", "https://one.example, http://two.example:8080")
        .war();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://one.example", "http://two.example:8080"})
  void thoseThatAreAllowedMay(String origin) throws DeploymentException, IOException {
    Link.openFrom(origin, "page of " + origin, exchange.metaUri()).close();
    Link.openFrom(origin, "page of " + origin, exchange.mediaUri()).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://one.example",
        "https://one.example:8443",
        "https://sub.one.example",
        "null"
      })
  void theirLikesMayNot(String origin) throws IOException {
    assertEquals(403, Knock.from(origin, exchange.metaUri()));
    assertEquals(403, Knock.from(origin, exchange.mediaUri()));
  }

  @Test
  void ownPagesStillMay() throws DeploymentException, IOException {
    String own = url.getProtocol() + "://" + url.getAuthority();
    Link.openFrom(own, "own page", exchange.metaUri()).close();
  }
}
