package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Message;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client finds its message again by tx, which comes back as the value it was. */
class TxIT extends AgainstDefaults {
  /**
   * Numbers are taken from the reply's text: a JSON library here could hide what one over there has
   * done.
   */
  private static final Pattern NUMBER = Pattern.compile("\"tx\"\\s*:\\s*(-?[0-9][0-9.eE+-]*)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "7",
        "-7",
        "0.1",
        "0.30000000000000004",
        "5.6e-8",
        "1E400",
        "-1E400",
        "1e-400",
        "9007199254740993",
        "1.0",
        "1e2",
        "123456789012345678901234567890",
        "0.1e1",
        "-0",
        "-0.0",
        "1e23",
        "4.35",
        "1E+5",
        "2.2250738585072014E-308",
        "1e999999999"
      })
  void aNumberComesBackAsTheSameNumber(String number) {
    User alice = exchange.user("alice");
    alice
        .meta()
        .send("{\"type\":\"peers\",\"user\":\"%s\",\"tx\":%s}".formatted(alice.name(), number));
    String reply = alice.meta().link().take("a reply", Message::isText).text();
    Matcher echoed = NUMBER.matcher(reply);
    assertTrue(echoed.find(), reply);
    assertEquals(0, new BigDecimal(number).compareTo(new BigDecimal(echoed.group(1))), reply);
    // As JavaScript reads it, which knows infinities and a negative zero.
    assertEquals(Double.valueOf(number), Double.valueOf(echoed.group(1)), reply);
  }

  @Test
  void aNumberHas64CharactersAtMost() {
    User alice = exchange.user("alice");
    String longest = "1".repeat(62) + ".5";
    var echoed = alice.says("peers", "tx", Json.literal(longest)).ok();
    assertEquals(new BigDecimal(longest), echoed.json().getJsonNumber("tx").bigDecimalValue());
    var refused = alice.says("peers", "tx", Json.literal("1" + longest)).refused("bad-message");
    assertFalse(refused.json().containsKey("tx"), refused::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "7",
        "\"\\/\b\f\n\r\t",
        "\u0000\u001f",
        "\u2028\u2029",
        "👩‍🚀",
        "<&>",
        "null"
      })
  void aStringComesBackAsTheSameString(String tx) {
    User alice = exchange.user("alice");
    assertEquals(tx, alice.says("peers", "tx", tx).ok().string("tx"));
  }

  @Test
  void aStringHas64CharactersAtMost() {
    User alice = exchange.user("alice");
    String longest = "x".repeat(64);
    assertEquals(longest, alice.says("peers", "tx", longest).ok().string("tx"));
    var refused =
        alice.says("status", "status", "away", "tx", longest + "x").refused("bad-message");
    assertFalse(refused.json().containsKey("tx"), refused::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "[\"a\"]", "true", "false", "null"})
  void whatIsNoTxMakesABadMessageAndIsNotEchoed(String tx) {
    User alice = exchange.user("alice");
    var reply =
        alice.says("status", "status", "away", "tx", Json.literal(tx)).refused("bad-message");
    assertFalse(reply.json().containsKey("tx"), reply::toString);
  }

  @Test
  void aReplyToAMessageWithoutTxHasNone() {
    var reply = exchange.user("alice").sets("away").ok();
    assertFalse(reply.json().containsKey("tx"), reply::toString);
  }

  @Test
  void aRefusalEchoesItToo() {
    User alice = exchange.user("alice");
    assertEquals(
        "t1",
        alice.says("call", "peer", alice.name(), "tx", "t1").refused("bad-message").string("tx"));
    assertEquals("t2", alice.says("dance", "tx", "t2").refused("unknown-type").string("tx"));
    assertEquals("t3", alice.says("status", "tx", "t3").refused("bad-message").string("tx"));
    assertEquals(
        "t4", alice.meta().ask("{\"type\":7,\"tx\":\"t4\"}").refused("bad-message").string("tx"));
  }

  @Test
  void whatIsForwardedCarriesNone() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    exchange.befriend(alice, bob);
    alice.says("status", "status", "away", "tx", 1).ok();
    bob.isToldStatus(alice, "away");
    alice.says("call", "peer", bob.name(), "tx", 2).ok();
    bob.isTold("call", alice);
    bob.says("reject", "peer", alice.name(), "tx", 3).ok();
    alice.isTold("reject", bob);
  }
}
