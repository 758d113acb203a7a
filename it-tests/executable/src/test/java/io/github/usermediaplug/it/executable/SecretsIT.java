package io.github.usermediaplug.it.executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Issuer;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.process.ServerProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody but its owner may read, with every logger of the server at its loudest. */
@ExtendWith(Transcript.class)
class SecretsIT {
  private static final int BITS = 128;
  private static final Issuer ISSUER =
      Issuer.sharing("a secret of no less than 32 bytes".getBytes(StandardCharsets.UTF_8));

  @Test
  void noSecretIsInALogAtAnyLevelOrInAUrl() throws Exception {
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put("the key", ISSUER.key());
    try (ServerProcess server = atEveryLevel()) {
      try (Exchange exchange = server.exchange()) {
        use(exchange, secrets);
      }
      server.stop();
      String log = server.output();
      // It was loud: the doors' own requests are in it, and what was refused.
      assertTrue(log.contains("GET /user-media-plug/meta HTTP/1.1"), "requests are logged");
      assertTrue(log.contains("GET /user-media-plug/media HTTP/1.1"), "requests are logged");
      assertTrue(log.contains("No token proves the user"), "what was refused is logged");
      secrets.forEach(
          (what, secret) -> assertFalse(log.contains(secret), () -> what + " is in the log"));
    }
  }

  private static void use(Exchange exchange, Map<String, String> secrets) {
    String alicesToken = ISSUER.token("alice");
    var line = exchange.meta("alice");
    secrets.put("a token", alicesToken);
    secrets.put("a token's signature", signature(alicesToken));
    String resume = line.whoami("alice", alicesToken).ok().string("resume");
    secrets.put("a resume secret", resume);
    var again = exchange.meta("alice again");
    again
        .ask(Json.of("type", "whoami", "user", "alice", "token", alicesToken, "resume", resume))
        .ok();
    line.isClosedWith(1000);
    String expired = ISSUER.token("alice", "exp", Issuer.in(-10));
    secrets.put("an expired token's signature", signature(expired));
    exchange.meta("alice").whoami("alice", expired).refused("not-authorized");
    String unreadable = "unreadable." + "but.unique-" + expired.hashCode();
    secrets.put("a token that is none", unreadable);
    exchange.meta("alice").whoami("alice", unreadable).refused("not-authorized");
    User alice = user(exchange, "alice2");
    User bob = user(exchange, "bob2");
    var pair = exchange.pair(alice, bob);
    secrets.put("alice's ticket", pair.toAlice().ticket());
    secrets.put("bob's ticket", pair.toBob().ticket());
    String asked = alice.asksTicket(bob).ok().string("ticket");
    secrets.put("a ticket that was asked for", asked);
    exchange.media("mallory").join("alice2", "bob2", asked + "x").isClosedWith(1008);
    var connected = pair.connect();
    alice.joins(pair.toAlice()).isClosedWith(1008);
    alice.unpairs(bob).ok();
    connected.alices().isClosedWith(1000);
  }

  @Test
  void ticketsAndResumeSecretsAreLongAndDiffer() throws Exception {
    try (ServerProcess server = ServerProcess.start(Data.fresh().folder());
        Exchange exchange = server.exchange()) {
      User alice = exchange.user("alice");
      User bob = exchange.user("bob");
      var pair = exchange.pair(alice, bob);
      Set<String> secrets = new HashSet<>();
      secrets.add(pair.toAlice().ticket());
      secrets.add(pair.toBob().ticket());
      secrets.add(alice.meta().whoami(alice.name()).ok().string("resume"));
      secrets.add(bob.meta().whoami(bob.name()).ok().string("resume"));
      for (int i = 0; i < 100; i++) {
        secrets.add(alice.asksTicket(bob).ok().string("ticket"));
      }
      assertEquals(104, secrets.size());
      secrets.forEach(
          secret ->
              assertTrue(
                  Base64.getUrlDecoder().decode(secret).length * 8 >= BITS,
                  "too short: " + secret));
      assertFalse(pair.toAlice().media().contains(pair.toAlice().ticket()));
      assertFalse(alice.asksTicket(bob).ok().string("media").contains("?"));
    }
  }

  private static User user(Exchange exchange, String name) {
    User user = exchange.as(name, ISSUER.token(name));
    user.registers().ok();
    user.sets("online").ok();
    return user;
  }

  private static String signature(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }

  private static ServerProcess atEveryLevel() throws Exception {
    Path folder = Data.fresh().folder();
    Path logging =
        Files.writeString(
            folder.resolve("logging.properties"),
            """
            handlers=java.util.logging.ConsoleHandler
            .level=ALL
            java.util.logging.ConsoleHandler.level=ALL
            """);
    return ServerProcess.start(
        folder,
        Map.of(
            "JAVA_TOOL_OPTIONS",
            "-Djava.util.logging.config.file=" + logging,
            "USER_MEDIA_PLUG_IDENTITY",
            "token",
            "USER_MEDIA_PLUG_TOKEN_KEY",
            ISSUER.key()));
  }
}
