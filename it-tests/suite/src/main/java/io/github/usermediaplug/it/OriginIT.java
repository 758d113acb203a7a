package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Knock;
import io.github.usermediaplug.it.client.Link;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.util.Locale;
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
  void aForeignPageMayNot(String origin) throws IOException {
    assertEquals(403, Knock.from(origin, exchange.metaUri()));
    assertEquals(403, Knock.from(origin, exchange.mediaUri()));
  }

  @Test
  void noHeaderOfAProxyMakesAForeignPageOurs() throws IOException {
    assertEquals(
        403,
        Knock.with(
            exchange.metaUri(),
            "Origin: https://calls.example",
            "X-Forwarded-Host: calls.example",
            "X-Forwarded-Proto: https",
            "Forwarded: host=calls.example;proto=https"));
  }

  @Test
  void theCaseOfAnOriginIsNoMatter() throws DeploymentException, IOException {
    String own = (url.getProtocol() + "://" + url.getAuthority()).toUpperCase(Locale.ROOT);
    Link.openFrom(own, "own page", exchange.metaUri()).close();
  }

  @Test
  void anOriginWithoutPortHasItsSchemesOwn() throws IOException {
    assertEquals(403, Knock.from("http://" + url.getHost(), exchange.metaUri()));
    assertEquals(403, Knock.from("https://" + url.getHost(), exchange.metaUri()));
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
