package io.github.usermediaplug.it.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.deployment.OnTheLine;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/**
 * The WAR as a module of an EAR, with a second module that hears of its pairs. Where a test looks
 * into that module's ledger, another pair has begun since: events go out one after another, and
 * before the users are told.
 */
class EarIT extends OnTheLine {
  @Deployment(testable = false)
  public static EnterpriseArchive application() {
    return ShrinkWrap.create(ZipImporter.class, "user-media-plug.ear")
        .importFrom(new File(System.getProperty("earUnderTest")))
        .as(EnterpriseArchive.class);
  }

  @Test
  void theWarIsUnderItsContextRoot() throws IOException, InterruptedException {
    assertEquals("/user-media-plug/", url.getPath());
    assertTrue(get("user-media-plug.js").contains("export"));
  }

  @Test
  void aCallCarriesMedia() {
    var connected = exchange.pair().connect();
    connected.alices().link().send("hello");
    assertEquals("hello", connected.bobs().link().next().text());
  }

  @Test
  void theOtherModuleIsToldOfPairsOnceEach() throws IOException, InterruptedException {
    var pair = exchange.pair();
    pair.alice().unpairs(pair.bob()).ok();
    exchange.pair();
    List<String> noted = ledger(pair.toAlice().pair());
    assertEquals(2, noted.size(), noted::toString);
    assertTrue(
        noted
            .get(0)
            .startsWith(
                "began %s %s %s "
                    .formatted(pair.toAlice().pair(), pair.alice().name(), pair.bob().name())));
    assertEquals("ended %s hang-up".formatted(pair.toAlice().pair()), noted.get(1));
  }

  @Test
  void theOtherModuleAsksWhoIsOnline() throws IOException, InterruptedException {
    var ghost = exchange.invisible("ghost");
    var pair = exchange.pair();
    String online = ledger(pair.toAlice().pair()).get(0).replaceFirst(".* online ", "");
    assertTrue(online.contains(pair.alice().name()), online);
    assertTrue(online.contains(pair.bob().name()), online);
    assertEquals(-1, online.indexOf(ghost.name()), online);
  }

  private List<String> ledger(String pair) throws IOException, InterruptedException {
    return get("ledger").lines().filter(line -> line.contains(pair)).toList();
  }

  private String get(String path) throws IOException, InterruptedException {
    var answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), path);
    return answer.body();
  }
}
