package io.github.usermediaplug.it;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message has all the fields of its type, each as it must be, or it changes nothing. */
class FieldsIT extends AgainstDefaults {
  private static final String MISSING = null;

  @ParameterizedTest
  @CsvSource({
    "reg-user, peers",
    "add-peers, peers",
    "del-peers, peers",
    "status, status",
    "call, peer",
    "cancel, peer",
    "accept, peer",
    "reject, peer",
    "unpair, peer",
    "signal, peer",
    "signal, data",
    "ticket, peer"
  })
  void eachFieldIsThereAndOfItsType(String type, String field) {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    for (String wrong : List.of("7", "true", "null", "{}", "[7]", "[null]", "[[]]")) {
      alice.meta().ask(spoilt(type, alice, bob, field, wrong)).refused("bad-message").to(type);
    }
    alice.meta().ask(spoilt(type, alice, bob, field, MISSING)).refused("bad-message").to(type);
    bob.isToldNothingElse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"whoami", "reg-user", "add-peers", "status", "call", "signal", "ticket", "peers"})
  void everyMessageHasItsUser(String type) {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    for (String wrong : List.of("7", "null", "[]", "\"\"")) {
      alice.meta().ask(spoilt(type, alice, bob, "user", wrong)).refused("bad-message").to(type);
    }
    alice.meta().ask(spoilt(type, alice, bob, "user", MISSING)).refused("bad-message").to(type);
  }

  /** A message of any type, complete but for one field, which is as given. */
  private static String spoilt(String type, User alice, User bob, String field, String value) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("type", quoted(type));
    fields.put("user", quoted(alice.name()));
    fields.put("peer", quoted(bob.name()));
    fields.put("peers", "[]");
    fields.put("status", quoted("away"));
    fields.put("data", quoted("x"));
    fields.put(field, value);
    return fields.entrySet().stream()
        .filter(each -> each.getValue() != MISSING)
        .map(each -> quoted(each.getKey()) + ":" + each.getValue())
        .collect(joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  @Test
  void aFieldThatMayBeMissingIsStillOfItsType() {
    String name = Exchange.fresh("alice");
    var meta = exchange.meta(name);
    meta.ask(Json.of("type", "whoami", "user", name, "resume", 7)).refused("bad-message");
    meta.ask(Json.of("type", "whoami", "user", name, "token", true)).refused("bad-message");
    meta.whoami(name).ok();
  }

  @Test
  void namesOfOthersAreHeldToTheRuleForNames() {
    User alice = exchange.user("alice");
    for (String bad : List.of("", "a\u0007", "x".repeat(129))) {
      alice.says("call", "peer", bad).refused("bad-message");
      alice.addsPeers("bob", bad).refused("bad-message");
    }
    assertEquals(List.of(), alice.peers(), "no part of a refused message is carried out");
  }

  @Test
  void aBadMessageChangesNothing() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    exchange.befriend(alice, bob);
    var nested = Json.literal("{}");
    alice.says("status", "status", "away", "x", nested).refused("bad-message");
    alice.says("call", "peer", bob.name(), "x", nested).refused("bad-message");
    alice.says("del-peers", "peers", List.of(bob.name()), "x", nested).refused("bad-message");
    assertEquals(List.of(bob.name()), alice.peers());
    alice.cancels(bob).refused("no-such-call");
    bob.isToldNothingElse();
  }
}
