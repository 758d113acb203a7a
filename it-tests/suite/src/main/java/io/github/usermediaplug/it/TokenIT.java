package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Issuer;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstTokens;
import jakarta.json.JsonObject;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who has a good token is its subject, and nobody else is anybody. */
class TokenIT extends AgainstTokens {
  private static final String AUDIENCE = "calls";
  private static final String USER = "alice";

  @Deployment(testable = false)
  public static WebArchive product() {
    return configured("audience").with("token-audience", AUDIENCE).war();
  }

  @Override
  protected Exchange exchange(java.net.URI root) {
    return Exchange.withTokens(root, TokenIT::good);
  }

  private static String good(String user) {
    return ISSUER.token(user, "exp", Issuer.in(10), "nbf", Issuer.in(-1), "aud", AUDIENCE);
  }

  @Test
  void aGoodTokenProvesItsSubject() {
    var pair = exchange.pair();
    pair.connect();
  }

  @Test
  void withoutATokenNobodyGetsIn() {
    JsonObject whoami = Json.of("type", "whoami", "user", USER);
    assertNothingIsTold(exchange.meta(USER).ask(whoami));
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  void aBadTokenIsRefusedAndNothingIsToldOfWhy(String token) {
    assertNothingIsTold(exchange.meta(USER).whoami(USER, token));
  }

  static Stream<Named<String>> badTokens() {
    String good = good(USER);
    String[] parts = good.split("\\.");
    String none = Issuer.encoded("{\"alg\":\"none\"}");
    String claims = "\"sub\":\"alice\",\"aud\":\"calls\",\"exp\":" + Issuer.in(10);
    return Stream.of(
        Named.of("empty", ""),
        Named.of("no token", "let me in"),
        Named.of("unsigned", parts[0] + "." + parts[1] + "."),
        Named.of("alg none", none + "." + parts[1] + "."),
        Named.of("alg none with the signature", none + "." + parts[1] + "." + parts[2]),
        Named.of("alg none well signed", ISSUER.signed("{\"alg\":\"none\"}", "{" + claims + "}")),
        Named.of("another algorithm", ISSUER.signed("{\"alg\":\"HS512\"}", "{" + claims + "}")),
        Named.of(
            "two algorithms",
            ISSUER.signed("{\"alg\":\"none\",\"alg\":\"HS256\"}", "{" + claims + "}")),
        Named.of("of another issuer", Issuer.sharing(new byte[32]).token(USER, "aud", AUDIENCE)),
        Named.of("somebody else's", good("bob")),
        Named.of("spelled otherwise", good("Alice")),
        Named.of("expired", ISSUER.token(USER, "exp", Issuer.in(-1), "aud", AUDIENCE)),
        Named.of("without end", ISSUER.token(USER, "aud", AUDIENCE)),
        Named.of(
            "whose end is null",
            ISSUER.signed(
                "{\"alg\":\"HS256\"}", "{\"sub\":\"alice\",\"aud\":\"calls\",\"exp\":null}")),
        Named.of(
            "not valid yet",
            ISSUER.token(USER, "exp", Issuer.in(10), "nbf", Issuer.in(5), "aud", AUDIENCE)),
        Named.of(
            "not valid before the end of time",
            ISSUER.signed("{\"alg\":\"HS256\"}", "{" + claims + ",\"nbf\":1e30}")),
        Named.of("for nobody", ISSUER.token(USER, "exp", Issuer.in(10))),
        Named.of("for others", ISSUER.token(USER, "exp", Issuer.in(10), "aud", "mail")),
        Named.of(
            "without subject",
            ISSUER.signed(
                "{\"alg\":\"HS256\"}", "{\"aud\":\"calls\",\"exp\":" + Issuer.in(10) + "}")),
        Named.of(
            "with two subjects",
            ISSUER.signed("{\"alg\":\"HS256\"}", "{\"sub\":\"bob\"," + claims + "}")),
        Named.of(
            "with an empty list of what is critical",
            ISSUER.signed("{\"alg\":\"HS256\",\"crit\":[]}", "{" + claims + "}")),
        Named.of(
            "of another content",
            ISSUER.signed("{\"alg\":\"HS256\",\"cty\":\"JWT\"}", "{" + claims + "}")),
        Named.of("not valid before 2^63", withNbf(claims, "9223372036854775808")),
        Named.of("not valid before 1e30", withNbf(claims, "1e30")),
        Named.of("not valid before null", withNbf(claims, "null")),
        Named.of("whose end is of milliseconds", endless("1e15")),
        Named.of(
            "nested deeply",
            ISSUER.signed(
                "{\"alg\":\"HS256\"}",
                "{" + claims + ",\"x\":" + "[".repeat(2500) + "]".repeat(2500) + "}")),
        Named.of(
            "oversized",
            ISSUER.token(USER, "exp", Issuer.in(10), "aud", AUDIENCE, "x", "x".repeat(20_000))));
  }

  private static String withNbf(String claims, String date) {
    return ISSUER.signed("{\"alg\":\"HS256\"}", "{" + claims + ",\"nbf\":" + date + "}");
  }

  private static String endless(String date) {
    return ISSUER.signed(
        "{\"alg\":\"HS256\"}", "{\"sub\":\"alice\",\"aud\":\"calls\",\"exp\":" + date + "}");
  }

  @Test
  void aFewSecondsBetweenTheClocksDoNotMatter() {
    int now = Issuer.in(0);
    String token = ISSUER.token(USER, "exp", now - 5, "nbf", now + 25, "aud", AUDIENCE);
    exchange.meta(USER).whoami(USER, token).ok();
  }

  @Test
  void aTokenMayBeMeantForOthersAsWell() {
    String[] audience = {"mail", AUDIENCE};
    String token = ISSUER.token(USER, "exp", Issuer.in(10), "aud", java.util.List.of(audience));
    exchange.meta(USER).whoami(USER, token).ok();
  }

  @Test
  void whoWasRefusedMayComeAgainWithABetterToken() {
    String name = Exchange.fresh("alice");
    Meta line = exchange.meta(name);
    line.whoami(name, "let me in").refused("not-authorized");
    line.ask(Json.of("type", "peers", "user", name)).refused("not-identified");
    line.whoami(name).ok();
  }

  @Test
  void aConnectionGuessesTwentyTimes() {
    Meta line = exchange.meta(USER);
    for (int i = 0; i < 25; i++) {
      line.send(Json.of("type", "whoami", "user", USER, "token", "guess " + i));
    }
    for (int i = 0; i < 21; i++) {
      assertNothingIsTold(line.reply());
    }
    line.isClosedWith(1008);
    assertTrue(line.replyOrEnd().isEmpty(), "behind the last word nothing is answered");
  }

  /** A secret alone, lifted from some page, is not enough where tokens are asked for. */
  @Test
  void aTakeOverNeedsATokenToo() {
    User alice = exchange.user("alice");
    String resume = alice.meta().whoami(alice.name()).ok().string("resume");
    JsonObject takeOver = Json.of("type", "whoami", "user", alice.name(), "resume", resume);
    assertNothingIsTold(exchange.meta("mallory").ask(takeOver));
    alice.sets("still here").ok();
    exchange.meta("alice again").resume(alice.name(), resume).ok();
    alice.meta().isClosedWith(1000);
  }

  /** The same words for every reason: an attacker learns nothing from them. */
  private static void assertNothingIsTold(Reply reply) {
    reply.refused("not-authorized").to("whoami");
    assertEquals("this connection may not be that user", reply.string("reason"));
  }
}
