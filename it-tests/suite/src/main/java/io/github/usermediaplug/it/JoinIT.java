package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Media;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may enter /media, and what it takes. */
class JoinIT extends AgainstDefaults {
  @Test
  void whenBothHaveJoinedEachIsToldSo() {
    var pair = exchange.pair();
    Media alices = pair.alice().joins(pair.toAlice());
    Media bobs = pair.bob().joins(pair.toBob());
    assertEquals(
        Json.of("type", "pair", "peer", pair.bob().name(), "window", 1 << 20), alices.paired());
    assertEquals(
        Json.of("type", "pair", "peer", pair.alice().name(), "window", 1 << 20), bobs.paired());
  }

  @Test
  void theCalleeMayBeFirst() {
    var pair = exchange.pair();
    Media bobs = pair.bob().joins(pair.toBob());
    pair.alice().joins(pair.toAlice()).paired();
    bobs.paired();
  }

  @Test
  void aWrongTicketOpensNothing() {
    var pair = exchange.pair();
    pair.alice().joins(pair.toAlice().with("guessed")).isClosedWith(1008);
    pair.connect();
  }

  @Test
  void aTicketOpensOnce() {
    var pair = exchange.pair();
    Media first = pair.alice().joins(pair.toAlice());
    pair.bob().joins(pair.toBob()).paired();
    first.paired();
    pair.alice().joins(pair.toAlice()).isClosedWith(1008);
    first.link().send("still here");
  }

  @Test
  void aTicketIsBoundToItsUser() {
    var pair = exchange.pair();
    exchange
        .media("mallory")
        .join(pair.bob().name(), pair.alice().name(), pair.toAlice().ticket())
        .isClosedWith(1008);
  }

  @Test
  void aTicketIsBoundToItsPair() {
    var alice = exchange.user("alice");
    var withBob = exchange.pair(alice, exchange.user("bob"));
    var withCarol = exchange.pair(alice, exchange.user("carol"));
    alice.joins(withBob.toAlice().with(withCarol.toAlice().ticket())).isClosedWith(1008);
  }

  @Test
  void ofFiveTicketsTheOldestIsVoid() {
    var pair = exchange.pair();
    List<String> fresh = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      fresh.add(pair.alice().asksTicket(pair.bob()).ok().string("ticket"));
    }
    pair.alice().joins(pair.toAlice()).isClosedWith(1008);
    Media bobs = pair.bob().joins(pair.toBob());
    for (String ticket : fresh) {
      pair.alice().joins(pair.toAlice().with(ticket)).paired();
      bobs.paired();
    }
  }

  @Test
  void aTicketEndsWithItsPair() {
    var pair = exchange.pair();
    pair.alice().unpairs(pair.bob()).ok();
    pair.alice().joins(pair.toAlice()).isClosedWith(1008);
    pair.bob().joins(pair.toBob()).isClosedWith(1008);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{}",
        "{\"type\":\"join\"}",
        "{\"type\":\"pair\"}",
        "{\"type\":\"credit\",\"bytes\":1}",
        "{\"type\":\"join\",\"user\":7,\"peer\":[],\"ticket\":{}}"
      })
  void theFirstWordIsJoin(String text) {
    Media media = exchange.media("nobody");
    media.link().send(text);
    media.isClosedWith(1008);
  }

  @Test
  void binaryBeforeJoinIsRefused() {
    Media media = exchange.media("nobody");
    media.link().send(new byte[100]);
    media.isClosedWith(1008);
  }

  @Test
  void binaryBeforePairIsRefused() {
    var pair = exchange.pair();
    Media alices = pair.alice().joins(pair.toAlice());
    alices.link().send(new byte[100]);
    alices.isClosedWith(1008);
  }

  @Test
  void textBeforePairIsRefused() {
    var pair = exchange.pair();
    Media alices = pair.alice().joins(pair.toAlice());
    alices.link().send("too early");
    alices.isClosedWith(1008);
  }

  @Test
  void theEndOfThePairClosesBoth() {
    var connected = exchange.pair().connect();
    connected.bob().unpairs(connected.alice()).ok();
    connected.alices().isClosedWith(1000);
    connected.bobs().isClosedWith(1000);
  }
}
