package io.github.usermediaplug.it.stock;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.people.Person;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator sees who drops the WAR into a server, and touches nothing else. */
@ExtendWith(Transcript.class)
abstract class DroppedIn {
  abstract Distribution distribution();

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.github.usermediaplug.it.stock.Jdk#all")
  void itCarriesACallStopsInOrderAndKnowsItsUsersAgain(Jdk jdk) throws Exception {
    try (Installation server = Installation.start(distribution(), jdk, "user-media-plug.war")) {
      server.page().isFound();
      server.page().hasTheClientOf(distribution().war());
      twoPeopleCallEachOther(server.port());
      Map<String, List<String>> acknowledged = everyLineIsToldOfTheStop(server);
      Map<String, List<String>> written = usersIn(server.storeFile());
      acknowledged.forEach((user, peers) -> assertBegins(peers, written.get(user), user));

      server.start();
      assertKnows(server, written);
      server.log().hasNothingAgainstUs();
    }
  }

  @Test
  void itIsKilledAndKnowsItsUsersAgain() throws Exception {
    Jdk jdk = Jdk.ofThisBuild();
    try (Installation server = Installation.start(distribution(), jdk, "user-media-plug.war");
        Exchange exchange = server.exchange()) {
      Gatherers gatherers = new Gatherers(exchange);
      var acknowledged = AtOnce.both(gatherers, () -> killedWhile(gatherers, server)).get(0);
      server.start();
      assertKnows(server, acknowledged);
      server.log().hasNothingAgainstUs();
    }
  }

  private static void assertKnows(Installation server, Map<String, List<String>> acknowledged) {
    try (Exchange exchange = server.exchange()) {
      acknowledged.forEach(
          (user, peers) -> assertBegins(peers, exchange.identified(user).peers(), user));
    }
  }

  private static void twoPeopleCallEachOther(int port) throws IOException {
    try (Person ada = Person.at(port, "Ada");
        Person grace = Person.at(port, "Grace")) {
      ada.knows(grace);
      grace.knows(ada);
      ada.sees(grace, "online");
      ada.calls(grace);
      grace.accepts(ada);
      for (Person person : List.of(ada, grace)) {
        person.isInCall("live");
        person.seesLivePicture();
        person.hearsSound();
      }
      grace.hangsUp();
      ada.isInCall("idle");
      grace.isInCall("idle");
    }
  }

  /** What was acknowledged until then. */
  private static Map<String, List<String>> everyLineIsToldOfTheStop(Installation server) {
    try (Exchange exchange = server.exchange()) {
      var connected = exchange.pair().connect();
      Gatherers gatherers = new Gatherers(exchange);
      var acknowledged = AtOnce.both(gatherers, () -> stoppedWhile(gatherers, server)).get(0);
      connected.alices().isClosedWith(1001);
      connected.bobs().isClosedWith(1001);
      connected.alice().meta().isClosedWith(1001);
      connected.bob().meta().isClosedWith(1001);
      gatherers.users().forEach(user -> user.meta().isClosedWith(1001));
      return acknowledged;
    }
  }

  private static Map<String, List<String>> stoppedWhile(Gatherers gatherers, Installation server)
      throws IOException, InterruptedException {
    gatherers.haveSome();
    server.stop();
    return Map.of();
  }

  private static Map<String, List<String>> killedWhile(Gatherers gatherers, Installation server)
      throws InterruptedException {
    gatherers.haveSome();
    server.kill();
    return Map.of();
  }

  private static Map<String, List<String>> usersIn(Path file) throws IOException {
    JsonObject users = Json.parse(Files.readString(file));
    return users.keySet().stream()
        .collect(
            toMap(
                user -> user,
                user ->
                    users
                        .getJsonObject(user)
                        .getJsonArray("peers")
                        .getValuesAs(JsonString::getString)));
  }

  /** An addition that was made when its answer could not be given any more is there too. */
  private static void assertBegins(List<String> acknowledged, List<String> written, String user) {
    assertNotNull(written, user);
    int common = Math.min(acknowledged.size(), written.size());
    assertEquals(acknowledged, written.subList(0, common), user);
  }
}
