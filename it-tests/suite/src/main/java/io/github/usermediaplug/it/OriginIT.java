package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Link;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.URI;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose page may open a line. */
class OriginIT extends AgainstDefaults {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example",
        "http://127.0.0.1.elsewhere.example",
        "http://localhost:1",
        "null",
        "http://elsewhere.example:8080",
        "nonsense",
        "file://"
      })
  void aForeignPageMayNot(String origin) {
    assertRefused(origin, Exchange::metaUri);
    assertRefused(origin, Exchange::mediaUri);
  }

  private void assertRefused(String origin, Function<Exchange, URI> door) {
    assertThrows(
        DeploymentException.class,
        () -> Link.openFrom(origin, "page of " + origin, door.apply(exchange)).close());
  }

  @Test
  void aPageOfThisServerMay() throws DeploymentException, IOException {
    String own = url.getProtocol() + "://" + url.getAuthority();
    Link.openFrom(own, "own page", exchange.metaUri()).close();
    Link.openFrom(own, "own page", exchange.mediaUri()).close();
  }

  @Test
  void whoIsNoBrowserMay() throws DeploymentException, IOException {
    Link.openFrom(null, "no browser", exchange.metaUri()).close();
    Link.openFrom(null, "no browser", exchange.mediaUri()).close();
  }
}
