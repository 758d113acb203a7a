package io.github.usermediaplug.identity.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.identity.Claim;
import io.github.usermediaplug.identity.Verdict;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIdentityTest {

  private static final byte[] SECRET = "a secret of no less than 32 bytes".getBytes(UTF_8);
  private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
  private static final KeyPair RSA = Jwt.rsa(2048);
  private static final KeyPair EC = Jwt.ec("secp256r1");
  private static final long NOW = Instant.now().getEpochSecond();
  private static final String GOOD = claims("");

  private final TokenIdentity bySecret = with(Map.of());

  @Test
  void aSignedTokenProvesItsSubjectByEachAlgorithm() {
    assertAccepted(bySecret, hs256(GOOD));
    assertAccepted(byRsa(), Jwt.rs256(RSA.getPrivate(), GOOD));
    assertAccepted(byEc(), Jwt.es256(EC.getPrivate(), GOOD));
  }

  @Test
  void nobodyElseIsProven() {
    assertEquals(Verdict.REFUSED, judge(bySecret, "bob", hs256(GOOD)));
    assertEquals(Verdict.REFUSED, judge(bySecret, "ALICE", hs256(GOOD)));
  }

  @Test
  void withoutATokenNobodyIs() {
    Claim claim = new Claim("alice", Optional.of(() -> "alice"), Optional.empty());
    assertEquals(Verdict.REFUSED, bySecret.judge(claim));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\"}",
        "{\"alg\":\"None\"}",
        "{\"alg\":\"HS384\"}",
        "{\"alg\":\"hs256\"}",
        "{\"alg\":\"RS256\"}",
        "{\"alg\":[\"HS256\"]}",
        "{\"alg\":null}",
        "{}",
        "[]",
        "\"HS256\"",
        "{\"alg\":\"none\",\"alg\":\"HS256\"}",
        "{\"alg\":\"HS256\",\"alg\":\"none\"}",
        "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}",
        "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
        "{\"alg\":\"HS256\",\"crit\":[]}",
        "{\"alg\":\"HS256\",\"crit\":null}",
        "{\"alg\":\"HS256\",\"crit\":\"exp\"}",
        "{\"alg\":\"HS256\",\"crit\":\"\"}",
        "{\"alg\":\"HS256\",\"crit\":{}}",
        "{\"alg\":\"HS256\",\"crit\":false}",
        "{\"alg\":\"HS256\",\"crit\":[null]}",
        "{\"alg\":\"HS256\",\"crit\":[\"alg\"]}",
        "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":true}",
        "{\"alg\":\"HS256\",\"b64\":false}",
        "{\"alg\":\"HS256\",\"b64\":true}",
        "{\"alg\":\"HS256\",\"b64\":null}",
        "{\"alg\":\"HS256\",\"zip\":\"DEF\"}",
        "{\"alg\":\"HS256\",\"enc\":\"A256GCM\"}",
        "{\"alg\":\"HS256\",\"cty\":\"JWT\"}",
        "{\"alg\":\"HS256\",\"cty\":null}",
        "{\"alg\":\"HS256\",\"typ\":null}",
        "{\"alg\":\"HS256\",\"typ\":\"\"}",
        "{\"alg\":\"HS256\",\"typ\":[\"JWT\"]}",
        "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\",\"typ\":\"JWT\"}",
        "{\"alg\":\"HS256\",\"\\u0061lg\":\"HS256\"}",
        "{\"alg\":\"HS256\",\"cri\\u0074\":[]}",
        "{\"alg\":\"HS256 \"}",
        "{\"ALG\":\"HS256\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JOSE\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}"
      })
  void anotherHeaderIsRefusedThoughItsSignatureFits(String header) {
    assertRefused(bySecret, Jwt.hs256(SECRET, header, GOOD));
  }

  @Test
  void aTokenWithoutSignatureIsRefused() {
    assertRefused(bySecret, Jwt.signed("{\"alg\":\"none\"}", GOOD, input -> new byte[0]));
    assertRefused(bySecret, Jwt.signed(HS256, GOOD, input -> new byte[0]));
    assertRefused(byEc(), Jwt.signed("{\"alg\":\"ES256\"}", GOOD, input -> new byte[64]));
    assertRefused(byRsa(), Jwt.signed("{\"alg\":\"RS256\"}", GOOD, input -> new byte[256]));
  }

  @Test
  void aPublicKeyIsNoSecret() {
    String pem = Jwt.pem(RSA.getPublic());
    for (byte[] known :
        List.of(RSA.getPublic().getEncoded(), pem.getBytes(UTF_8), pem.strip().getBytes(UTF_8))) {
      assertRefused(byRsa(), Jwt.hs256(known, HS256, GOOD));
      assertRefused(byRsa(), Jwt.hs256(known, "{\"alg\":\"RS256\"}", GOOD));
    }
  }

  @Test
  void aKeyThatTheTokenBringsIsNotUsed() {
    KeyPair own = Jwt.rsa(2048);
    assertRefused(byRsa(), Jwt.rs256(own.getPrivate(), GOOD));
    String jwk = Jwt.encoded(SECRET.clone());
    assertRefused(
        bySecret,
        Jwt.hs256(
            "another secret, 32 bytes or more of it".getBytes(UTF_8),
            "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"" + jwk + "\"}}",
            GOOD));
  }

  static Stream<String> claimsThatProveNothing() {
    return Stream.of(
        "{\"sub\":\"alice\"}",
        "{\"exp\":" + (NOW + 600) + "}",
        "{\"sub\":null,\"exp\":" + (NOW + 600) + "}",
        "{\"sub\":[\"alice\"],\"exp\":" + (NOW + 600) + "}",
        "{\"sub\":{\"sub\":\"alice\"},\"exp\":" + (NOW + 600) + "}",
        "{\"sub\":\"bob\",\"sub\":\"alice\",\"exp\":" + (NOW + 600) + "}",
        "{\"sub\":\"alice\",\"exp\":" + (NOW - 600) + "}",
        "{\"sub\":\"alice\",\"exp\":" + (NOW - 600) + ",\"exp\":" + (NOW + 600) + "}",
        "{\"sub\":\"alice\",\"exp\":\"" + (NOW + 600) + "\"}",
        "{\"sub\":\"alice\",\"exp\":null}",
        claims(",\"nbf\":" + (NOW + 600)),
        claims(",\"nbf\":\"yesterday\""),
        claims(",\"sub\":\"alice\""),
        claims(",\"s\\u0075b\":\"alice\""),
        claims(",\"iss\":null"),
        claims(",\"iss\":7"),
        claims(",\"jti\":null"),
        claims(",\"jti\":7"),
        claims(",\"aud\":null"),
        claims(",\"aud\":[]"),
        claims(",\"aud\":[null]"),
        claims(",\"aud\":{}"),
        claims(",\"aud\":7"),
        claims(",\"aud\":\"somebody\""),
        claims(",\"aud\":[\"somebody\",null]"),
        claims(",\"x\":" + "[".repeat(2000) + "]".repeat(2000)),
        claims(",\"x\":" + "{\"x\":".repeat(1000) + "1" + "}".repeat(1000)),
        "null",
        "7",
        "alice",
        "[" + GOOD + "]",
        "");
  }

  @ParameterizedTest
  @MethodSource
  void claimsThatProveNothing(String claims) {
    assertRefused(bySecret, hs256(claims));
  }

  static Stream<Arguments> datesThatAreNone() {
    return Stream.of("exp", "nbf", "iat")
        .flatMap(
            claim ->
                Stream.of(
                        "null",
                        "true",
                        "\"\"",
                        "\"0\"",
                        "[]",
                        "[0]",
                        "{}",
                        "-1",
                        "-1e30",
                        "253402300800", // the year 10000, or of some other unit than seconds
                        "9223372036854775", // its milliseconds are the last of 64 bits
                        "9223372036854776",
                        "9223372036854775807",
                        "9223372036854775808",
                        "18446744073709551616",
                        "1e30",
                        "1e308",
                        "1e309",
                        "1e999999999",
                        "NaN",
                        "Infinity")
                    .map(value -> Arguments.of(claim, value)));
  }

  /** Such a date is not one that is absent: what it was meant to forbid is not known. */
  @ParameterizedTest
  @MethodSource
  void datesThatAreNone(String claim, String value) {
    String end = claim.equals("exp") ? "" : ",\"exp\":" + (NOW + 600);
    assertRefused(bySecret, hs256("{\"sub\":\"alice\",\"" + claim + "\":" + value + end + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"nbf\":0,\"iat\":0,\"exp\":253402300799",
        "\"nbf\":0.5,\"iat\":1.7e9,\"exp\":253402300798.75",
        "\"iat\":253402300799,\"exp\":2534023e5"
      })
  void aDateMayHaveAFractionAndAnExponent(String dates) {
    assertAccepted(bySecret, hs256("{\"sub\":\"alice\"," + dates + "}"));
  }

  @Test
  void whatIsNotOfUtf8IsRefused() {
    byte[] claims = "{\"sub\":\"al?ce\",\"exp\":9999999999}".getBytes(UTF_8);
    claims[10] = (byte) 0xff;
    String token = Jwt.hs256(SECRET, HS256.getBytes(UTF_8), claims);
    assertEquals(Verdict.REFUSED, judge(bySecret, "al\ufffdce", token));
  }

  @Test
  void clocksMayDifferByTheSkewAndNoMore() {
    String late = "{\"sub\":\"alice\",\"exp\":" + (NOW - 60) + "}";
    String early = claims(",\"nbf\":" + (NOW + 60));
    for (String claims : List.of(late, early)) {
      assertAccepted(with(Map.of("token-skew", "10m")), hs256(claims));
      assertRefused(with(Map.of("token-skew", "5s")), hs256(claims));
      assertRefused(with(Map.of("token-skew", "0")), hs256(claims));
    }
  }

  @Test
  void theAudienceThatIsConfiguredMustBeThere() {
    TokenIdentity calls = with(Map.of("token-audience", "calls, https://calls.example"));
    assertAccepted(calls, hs256(claims(",\"aud\":\"calls\"")));
    assertAccepted(calls, hs256(claims(",\"aud\":[\"mail\",\"https://calls.example\"]")));
    for (String aud :
        List.of(
            "",
            ",\"aud\":\"mail\"",
            ",\"aud\":\"CALLS\"",
            ",\"aud\":[]",
            ",\"aud\":[[\"calls\"]]")) {
      assertRefused(calls, hs256(claims(aud)));
    }
  }

  @Test
  void theIssuerThatIsConfiguredMustBeThere() {
    TokenIdentity trusting = with(Map.of("token-issuer", "https://login.example"));
    assertAccepted(trusting, hs256(claims(",\"iss\":\"https://login.example\"")));
    assertRefused(trusting, hs256(claims(",\"iss\":\"https://login.example/\"")));
    assertRefused(trusting, hs256(GOOD));
  }

  @Test
  void aTokenIsParsedUpToItsLimitOnly() {
    int spare = TokenCheck.MAX_LENGTH - hs256(claims(",\"x\":\"\"")).length();
    String longest = hs256(claims(",\"x\":\"" + "x".repeat(spare * 3 / 4 - 2) + "\""));
    String longer = hs256(claims(",\"x\":\"" + "x".repeat(spare * 3 / 4 + 4) + "\""));
    assertTrue(
        longest.length() <= TokenCheck.MAX_LENGTH && longer.length() > TokenCheck.MAX_LENGTH);
    assertAccepted(bySecret, longest);
    assertRefused(bySecret, longer);
    assertRefused(bySecret, ".".repeat(60_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "....", "e30.e30.e30", "\u0000", "é.é.é"})
  void whatIsNoTokenIsRefused(String token) {
    assertRefused(bySecret, token);
  }

  @Test
  void eachCharacterOfAGoodTokenCounts() {
    String good = hs256(GOOD);
    for (int i = 0; i < good.length() - 1; i++) {
      char other = good.charAt(i) == 'A' ? 'B' : 'A';
      assertRefused(bySecret, good.substring(0, i) + other + good.substring(i + 1));
    }
    assertRefused(bySecret, good + "A");
    assertRefused(bySecret, good + ".");
    assertRefused(bySecret, " " + good);
  }

  @Test
  void whyItWasRefusedIsLoggedAtFineAndTheTokenAtNoLevel() {
    String token = hs256("{\"sub\":\"alice\",\"exp\":" + (NOW - 600) + ",\"jti\":\"unique\"}");
    List<String> log = logged(() -> assertRefused(bySecret, token));
    assertTrue(log.toString().contains("'alice': Expired JWT"), log::toString);
    List<String> unreadable =
        logged(() -> assertRefused(bySecret, "e30." + token.substring(0, 40) + ".e30"));
    for (String part : List.of(token, token.split("\\.")[1], token.split("\\.")[2], "unique")) {
      assertFalse(log.toString().contains(part), log::toString);
    }
    assertFalse(unreadable.toString().contains(token.substring(0, 40)), unreadable::toString);
  }

  private static List<String> logged(Runnable action) {
    List<String> lines = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage() + " " + line.getThrown());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger("");
    Level before = logger.getLevel();
    logger.addHandler(handler);
    logger.setLevel(Level.ALL);
    try {
      action.run();
      return lines;
    } finally {
      logger.removeHandler(handler);
      logger.setLevel(before);
    }
  }

  private static String hs256(String claims) {
    return Jwt.hs256(SECRET, HS256, claims);
  }

  /** Good ones of alice's for ten minutes, with more. */
  private static String claims(String more) {
    return "{\"sub\":\"alice\",\"exp\":" + (NOW + 600) + more + "}";
  }

  private static TokenIdentity with(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("token-key", Base64.getEncoder().encodeToString(SECRET));
    return new TokenIdentity(Settings.of(all));
  }

  private static TokenIdentity byRsa() {
    return with(Map.of("token-algorithm", "RS256", "token-key", Jwt.pem(RSA.getPublic())));
  }

  private static TokenIdentity byEc() {
    return with(Map.of("token-algorithm", "ES256", "token-key", Jwt.pem(EC.getPublic())));
  }

  private static void assertAccepted(TokenIdentity identity, String token) {
    assertEquals(Verdict.ACCEPTED, judge(identity, "alice", token));
  }

  private static void assertRefused(TokenIdentity identity, String token) {
    assertEquals(Verdict.REFUSED, judge(identity, "alice", token));
  }

  private static Verdict judge(TokenIdentity identity, String user, String token) {
    return identity.judge(new Claim(user, Optional.empty(), Optional.of(token)));
  }
}
