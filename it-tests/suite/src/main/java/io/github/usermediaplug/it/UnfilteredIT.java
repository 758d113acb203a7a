package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a server that opens a WebSocket before any filter has seen the request. */
class UnfilteredIT extends OnTheLine {
  private static final String FOREIGN =
      "1008 this page, or this name of the server, may not connect";

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("unfiltered")
        .with("hosts", "localhost, 127.0.0.1, calls.example:80")
        .with("allowed-origins", "https://partner.example")
        .withoutFilters()
        .war();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "ftp://HOST",
        "http://evil@HOST",
        "http://calls.example",
        "https://partner.example:8443"
      })
  void aForeignPageIsShownOut(String origin) {
    assertEquals(
        List.of(FOREIGN, FOREIGN), ends("Origin: " + origin.replace("HOST", url.getAuthority())));
  }

  @Test
  void aPageOfAnotherNameIsShownOut() {
    assertEquals(
        List.of(FOREIGN, FOREIGN), ends("Host: evil.example", "Origin: http://evil.example"));
    assertEquals(List.of(FOREIGN, FOREIGN), ends("Host: evil.example"));
  }

  @Test
  void aPageOfThisServerMay() throws Exception {
    letsIn("Origin: http://" + url.getAuthority());
    letsIn("Origin: https://partner.example");
    letsIn("Host: calls.example", "Origin: http://calls.example");
  }

  @Test
  void whoIsNoBrowserMay() throws Exception {
    letsIn();
    exchange.pair().connect();
  }

  private List<String> ends(String... headers) {
    return List.of(
        exchange.slow("mallory", exchange.metaUri(), headers).awaitCloseReason(),
        exchange.slow("mallory's media", exchange.mediaUri(), headers).awaitCloseReason());
  }

  private void letsIn(String... headers) throws Exception {
    for (URI door : List.of(exchange.metaUri(), exchange.mediaUri())) {
      exchange.slow("alice", door, headers).awaitPong();
    }
  }
}
