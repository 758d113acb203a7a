package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two tell each other is theirs: the server hands it over as it is. */
class SignalIT extends AgainstDefaults {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "",
        "{\"sdp\":\"v=0\\r\\n\"}",
        "\u0000\n\u001f",
        "👩‍🚀€ß",
        "\\\"/",
        "\u2028"
      })
  void aSignalIsForwardedAsItIs(String data) {
    var pair = exchange.pair();
    pair.alice().signals(pair.bob(), data).ok().to("signal");
    assertForwarded(pair.alice(), pair.bob(), data);
  }

  @Test
  void itGoesBothWaysWhileItRings() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    alice.signals(bob, "offer").ok();
    bob.signals(alice, "candidate").ok();
    assertForwarded(alice, bob, "offer");
    assertForwarded(bob, alice, "candidate");
  }

  @Test
  void whoCallsAgainMaySignalNoMoreThanInOneCall() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    for (int i = 0; i < 64; i++) {
      alice.signals(bob, "candidate " + i).ok();
    }
    alice.signals(bob, "one more").refused("rate-limited");
    alice.cancels(bob).ok();
    alice.calls(bob).ok();
    int more = 0;
    while (more < 64 && alice.signals(bob, "again").isOk()) {
      more++;
    }
    assertTrue(more < 64, "all counted anew");
    bob.signals(alice, "who was called has its own").ok();
  }

  @Test
  void itGoesBothWaysWhileTheyArePaired() {
    var pair = exchange.pair();
    pair.alice().signals(pair.bob(), "offer").ok();
    pair.bob().signals(pair.alice(), "answer").ok();
    assertForwarded(pair.alice(), pair.bob(), "offer");
    assertForwarded(pair.bob(), pair.alice(), "answer");
  }

  @Test
  void itKeepsItsOrder() {
    var pair = exchange.pair();
    for (int i = 0; i < 50; i++) {
      pair.alice()
          .meta()
          .send(pair.alice().message("signal", "peer", pair.bob().name(), "data", "" + i));
    }
    for (int i = 0; i < 50; i++) {
      assertForwarded(pair.alice(), pair.bob(), "" + i);
    }
  }

  @Test
  void itMayBeAsLongAsAMessageMay() {
    var pair = exchange.pair();
    int room =
        (64 << 10)
            - pair.alice()
                .message("signal", "peer", pair.bob().name(), "data", "")
                .toString()
                .length();
    String data = "x".repeat(room);
    pair.alice().signals(pair.bob(), data).ok();
    assertForwarded(pair.alice(), pair.bob(), data);
  }

  @Test
  void afterARejectItIsRefused() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    bob.rejects(alice).ok();
    alice.signals(bob, "late").refused("not-paired");
  }

  @Test
  void afterAnUnpairItIsRefused() {
    var pair = exchange.pair();
    pair.alice().unpairs(pair.bob()).ok();
    pair.bob().signals(pair.alice(), "late").refused("not-paired");
  }

  private static void assertForwarded(User from, User to, String data) {
    assertEquals(
        Json.of("type", "signal", "user", from.name(), "peer", to.name(), "data", data),
        to.isTold("signal"));
  }
}
