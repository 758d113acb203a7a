package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityIT extends AgainstDefaults {
  @Test
  void whoamiIsAnsweredWithASecretToResumeBy() {
    String name = Exchange.fresh("alice");
    var reply = exchange.meta(name).whoami(name).ok().to("whoami");
    assertTrue(reply.string("resume").length() >= 16, "too short to be unguessable: " + reply);
  }

  @ParameterizedTest
  @MethodSource("everyTypeButWhoami")
  void nothingIsHeardBeforeWhoami(String type) {
    String name = Exchange.fresh("alice");
    exchange.meta(name).ask(complete(type, name)).refused("not-identified").to(type);
  }

  @ParameterizedTest
  @MethodSource("everyTypeButWhoami")
  void nobodySpeaksForSomebodyElse(String type) {
    User mallory = exchange.user("mallory");
    User alice = exchange.user("alice");
    mallory.meta().ask(complete(type, alice.name())).refused("identity-mismatch").to(type);
    assertEquals(List.of(), alice.peers());
    alice.isToldNothingElse();
  }

  static Stream<String> everyTypeButWhoami() {
    return Stream.of(
        "reg-user add-peers del-peers status call cancel accept reject unpair signal ticket peers peers-online"
            .split(" "));
  }

  /** Every type's fields at once: those that a type does not know are to be ignored. */
  private static String complete(String type, String user) {
    return Json.of(
            "type",
            type,
            "user",
            user,
            "peer",
            "bob",
            "peers",
            List.of("bob"),
            "status",
            "online",
            "data",
            "x",
            "tx",
            1)
        .toString();
  }

  @Test
  void anEarlyMessageDoesNotSpoilTheLine() {
    String name = Exchange.fresh("alice");
    Meta meta = exchange.meta(name);
    meta.ask(complete("peers", name)).refused("not-identified");
    meta.whoami(name).ok();
  }

  @Test
  void aNameThatIsHeldIsTaken() {
    User alice = exchange.user("alice");
    alice.opensAnotherLine().whoami(alice.name()).refused("identity-taken").to("whoami");
    alice.sets("busy").ok();
  }

  @RepeatedTest(10)
  void ofManyWhoClaimANameAtOnceOneGetsIt() {
    String name = Exchange.fresh("alice");
    List<Callable<Reply>> claims =
        Stream.generate(() -> exchange.meta(name))
            .limit(8)
            .<Callable<Reply>>map(line -> () -> line.whoami(name))
            .toList();
    List<Reply> replies = AtOnce.all(claims);
    assertEquals(1, replies.stream().filter(Reply::isOk).count(), replies::toString);
    replies.stream()
        .filter(reply -> !reply.isOk())
        .forEach(reply -> reply.refused("identity-taken"));
  }

  @Test
  void aRefusedClaimantMayClaimAnotherName() {
    User alice = exchange.user("alice");
    Meta line = alice.opensAnotherLine();
    line.whoami(alice.name()).refused("identity-taken");
    line.whoami(Exchange.fresh("bob")).ok();
  }

  @Test
  void aNameIsFreeAgainWhenItsLineHasEnded() {
    User alice = exchange.user("alice");
    alice.leaves(exchange.user("witness"));
    alice.opensAnotherLine().whoami(alice.name()).ok();
  }

  @Test
  void namesAreComparedExactly() {
    User alice = exchange.user("alice");
    alice.opensAnotherLine().whoami(alice.name().toUpperCase()).ok();
    alice.opensAnotherLine().whoami(alice.name() + " ").ok();
  }

  /** Names that programs stumble over, not people. */
  @ParameterizedTest
  @ValueSource(
      strings = {"__proto__-", "\"\\/-", "Zoë-", "Zoe\u0308-", "👩‍🚀-", "null-", " -", "<b>-"})
  void anyCharactersButControlsMakeAName(String strange) {
    User alice = exchange.user(strange);
    User bob = exchange.user("bob");
    exchange.befriend(alice, bob);
    assertEquals(List.of(alice.name()), bob.peers());
    bob.calls(alice).ok();
    alice.isTold("call", bob);
  }

  @Test
  void aNameHas128CharactersAtMost() {
    String longest = Exchange.fresh("").concat("x".repeat(128)).substring(0, 128);
    exchange.meta("longest").whoami(longest).ok();
    exchange.meta("too long").whoami(longest + "y").refused("bad-message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\u0000b", "a\nb", "a\u007fb", "a\u0085b"})
  void anEmptyNameOrControlCharactersInItAreRefused(String name) {
    exchange.meta("nobody").whoami(name).refused("bad-message").to("whoami");
  }

  @Test
  void whoamiAgainAsTheSameChangesNothing() {
    String name = Exchange.fresh("alice");
    Meta meta = exchange.meta(name);
    String resume = meta.whoami(name).ok().string("resume");
    assertEquals(resume, meta.whoami(name).ok().string("resume"));
  }

  @Test
  void whoamiAgainAsSomebodyElseIsRefused() {
    User alice = exchange.user("alice");
    alice.meta().whoami(Exchange.fresh("bob")).refused("already-identified");
    alice.sets("still alice").ok();
  }
}
