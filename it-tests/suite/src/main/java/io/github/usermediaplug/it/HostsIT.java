package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Knock;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that knows the names it is called by is not opened by any other that leads to it. */
class HostsIT extends OnTheLine {
  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("hosts").with("hosts", "calls.example, intranet:8080").war();
  }

  @ParameterizedTest
  @ValueSource(strings = {"calls.example", "Calls.Example:8443", "intranet:8080"})
  void itsOwnNamesAreTaken(String host) throws IOException {
    assertEquals(List.of(101, 101), statuses("Host: " + host, "Origin: http://" + host));
    assertEquals(List.of(101, 101), statuses("Host: " + host));
  }

  /** The name of an attacker's page, which its DNS leads to this server: DNS rebinding. */
  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "evil.example:8080", "calls.example.evil.example", "intranet"})
  void aPageOfAnotherNameMayNotThoughItIsThePagesOwnHost(String host) throws IOException {
    assertEquals(List.of(403, 403), statuses("Host: " + host, "Origin: http://" + host));
    assertEquals(List.of(403, 403), statuses("Host: " + host));
  }

  @Test
  void noHeaderOfAProxyIsItsName() throws IOException {
    assertEquals(
        List.of(403, 403),
        statuses(
            "Host: evil.example",
            "Origin: http://evil.example",
            "X-Forwarded-Host: calls.example",
            "Forwarded: host=calls.example"));
  }

  private List<Integer> statuses(String... headers) throws IOException {
    URI meta = exchange.metaUri();
    return List.of(Knock.at(meta, headers), Knock.at(exchange.mediaUri(), headers));
  }
}
