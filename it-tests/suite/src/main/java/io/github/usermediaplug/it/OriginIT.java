package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Knock;
import io.github.usermediaplug.it.client.Link;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import jakarta.websocket.DeploymentException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** Each is the own page's, with something that no browser puts into an origin. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil@HOST",
        "http://evil:word@HOST",
        "ftp://HOST",
        "ws://HOST",
        "http://HOST/",
        "http://HOST?",
        "http://HOST#",
        "http://HOST http://HOST",
        "//HOST",
        "HOST"
      })
  void whatIsNoOriginMayNotThoughTheHostIsThere(String form) throws IOException {
    String origin = form.replace("HOST", url.getAuthority());
    assertEquals(403, Knock.from(origin, exchange.metaUri()));
    assertEquals(403, Knock.from(origin, exchange.mediaUri()));
  }

  @Test
  void twoOriginsAreNone() throws IOException {
    String own = "Origin: http://" + url.getAuthority();
    for (URI door : List.of(exchange.metaUri(), exchange.mediaUri())) {
      assertEquals(403, Knock.with(door, own, own));
      assertEquals(403, Knock.with(door, own, "Origin: http://evil.example"));
      assertEquals(403, Knock.with(door, "Origin: http://evil.example", own));
    }
  }

  /** Some servers refuse such a request themselves, as a bad one. */
  @Test
  void twoHostsAreNone() throws IOException {
    String own = "Host: " + url.getAuthority();
    for (URI door : List.of(exchange.metaUri(), exchange.mediaUri())) {
      for (String other : List.of(own, "Host: evil.example")) {
        assertTrue(Set.of(400, 403).contains(Knock.at(door, own, other)));
        assertTrue(Set.of(400, 403).contains(Knock.at(door, other, own)));
      }
    }
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

  /** A server may map a path to the endpoint that it does not map to the filters before it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"DOOR/", "DOOR//", "/DOOR", "./DOOR", "x/../DOOR", "DOOR;a=b", "DOOR/.", "%6DOOR"})
  void noOtherSpellingOfThePathLetsAForeignPageIn(String spelling) throws IOException {
    for (String door : List.of("meta", "media")) {
      String path = spelling.replace("%6DOOR", "%6D" + door.substring(1)).replace("DOOR", door);
      assertNotEquals(101, Knock.from("https://elsewhere.example", URI.create(url + path)));
    }
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
