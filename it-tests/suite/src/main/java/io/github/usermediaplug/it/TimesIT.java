package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstShortTimes;
import org.junit.jupiter.api.Test;

/** What happens when a time runs out. */
class TimesIT extends AgainstShortTimes {
  @Test
  void aLineWithoutWhoamiIsClosed() {
    exchange.meta("silent").isClosedWith(1008);
  }

  @Test
  void otherMessagesAreNoWhoami() {
    var meta = exchange.meta("talker");
    meta.ask("{}").refused("bad-message");
    meta.ask(Json.of("type", "peers", "user", "talker")).refused("not-identified");
    meta.isClosedWith(1008);
  }

  @Test
  void aLineThatWasIdentifiedInTimeStays() {
    User alice = exchange.user("alice");
    exchange.meta("silent, and opened later").isClosedWith(1008);
    alice.sets("still here").ok();
  }

  @Test
  void aCallRingsNoLongerThanTheRingTimeout() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    bob.isTold("call", alice);
    var cancel =
        Json.of("type", "cancel", "user", alice.name(), "peer", bob.name(), "reason", "timeout");
    assertEquals(cancel, alice.isTold("cancel"));
    assertEquals(cancel, bob.isTold("cancel"));
    bob.accepts(alice).refused("no-such-call");
    alice.cancels(bob).refused("no-such-call");
    alice.calls(bob).ok();
  }

  @Test
  void aPairThatWasAcceptedInTimeDoesNotTimeOut() {
    var connected = exchange.pair().connect();
    User carol = exchange.user("carol");
    carol.calls(connected.alice()).ok();
    carol.isTold("cancel");
    connected.alices().link().send("still here");
    assertEquals("still here", connected.bobs().link().next().text());
  }

  @Test
  void whoDoesNotComeBackIsUnpaired() {
    var connected = exchange.pair().connect();
    connected.alice().leaves(connected.bob());
    connected.bob().isTold("unpair", connected.alice(), "offline");
    connected.bobs().isClosedWith(1000);
    connected.alices().isClosedWith(1000);
    connected.bob().unpairs(connected.alice()).refused("not-paired");
    User again = connected.alice().returns();
    again.unpairs(connected.bob()).refused("not-paired");
    again.isToldNothingElse();
  }

  @Test
  void aMediaLineWithoutJoinIsClosed() {
    exchange.media("silent").isClosedWith(1008);
  }

  @Test
  void aTicketThatIsTooOldOpensNothing() {
    var connected = exchange.pair().connect();
    var ticket = connected.alice().asksTicket(connected.bob()).ok();
    // Closed for its silence, which takes longer than a ticket lives.
    exchange.media("silent").isClosedWith(1008);
    exchange
        .media("late")
        .join(connected.alice().name(), connected.bob().name(), ticket.string("ticket"))
        .isClosedWith(1008);
  }

  @Test
  void aPairWhoseOtherNeverJoinsEnds() {
    var pair = exchange.pair();
    var alices = pair.alice().joins(pair.toAlice());
    pair.alice().isTold("unpair", pair.bob(), "media-timeout");
    pair.bob().isTold("unpair", pair.alice(), "media-timeout");
    alices.isClosedWith(1000);
    pair.alice().unpairs(pair.bob()).refused("not-paired");
  }

  @Test
  void mediaThatIsNotBackInTimeEndsThePair() {
    var connected = exchange.pair().connect();
    connected.alices().close();
    connected.bobs().onHold();
    connected.alice().isTold("unpair", connected.bob(), "media-timeout");
    connected.bob().isTold("unpair", connected.alice(), "media-timeout");
    connected.bobs().isClosedWith(1000);
  }
}
