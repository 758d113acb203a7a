package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Media;
import io.github.usermediaplug.it.client.Message;
import io.github.usermediaplug.it.client.Paired;
import io.github.usermediaplug.it.client.Paired.Connected;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A media line that drops may come back, and the other waits. What happens when it does not:
 * TimesIT.
 */
class HoldIT extends AgainstDefaults {
  @Test
  void theOtherIsPutOnHoldAndPairedAgain() {
    Connected connected = exchange.pair().connect();
    connected.alices().close();
    connected.bobs().onHold();
    Media again = connected.alice().rejoins(connected.bob());
    again.paired();
    connected.bobs().paired();
    relaysBothWays(again, connected.bobs());
  }

  @Test
  void aCableThatIsCutIsADropToo() {
    Paired pair = exchange.pair();
    var cable = pair.alice().joinsSlowly(pair.toAlice());
    Media bobs = pair.bob().joins(pair.toBob());
    bobs.paired();
    cable.cut();
    bobs.onHold();
    Media again = pair.alice().rejoins(pair.bob());
    again.paired();
    bobs.paired();
    relaysBothWays(again, bobs);
  }

  @Test
  void eachMayDropInTurn() {
    Connected connected = exchange.pair().connect();
    Media alices = connected.alices();
    Media bobs = connected.bobs();
    for (int i = 0; i < 5; i++) {
      alices.close();
      bobs.onHold();
      alices = connected.alice().rejoins(connected.bob());
      alices.paired();
      bobs.paired();
      bobs.close();
      alices.onHold();
      bobs = connected.bob().rejoins(connected.alice());
      bobs.paired();
      alices.paired();
      relaysBothWays(alices, bobs);
    }
  }

  @Test
  void bothMayDrop() {
    Connected connected = exchange.pair().connect();
    connected.alices().close();
    connected.bobs().onHold();
    connected.bobs().close();
    Media alices = connected.alice().rejoins(connected.bob());
    Media bobs = connected.bob().rejoins(connected.alice());
    alices.paired();
    bobs.paired();
    relaysBothWays(alices, bobs);
  }

  @Test
  void whatWasSentBeforeTheDropArrivesBeforeTheHold() {
    Connected connected = exchange.pair().connect();
    List<Message> messages = messages(40);
    messages.forEach(connected.alices().link()::send);
    connected.alices().close();
    messages.forEach(each -> assertEquals(each.digest(), connected.bobs().link().next().digest()));
    connected.bobs().onHold();
  }

  @Test
  void whatIsSentDuringHoldArrivesAfterThePair() {
    Connected connected = exchange.pair().connect();
    connected.alices().close();
    connected.bobs().onHold();
    List<Message> messages = messages(40);
    messages.forEach(connected.bobs().link()::send);
    Media again = connected.alice().rejoins(connected.bob());
    again.paired();
    messages.forEach(each -> assertEquals(each.digest(), again.link().next().digest()));
  }

  @Test
  void aUsedTicketDoesNotBringMediaBack() {
    Paired pair = exchange.pair();
    Connected connected = pair.connect();
    connected.alices().close();
    connected.bobs().onHold();
    pair.alice().joins(pair.toAlice()).isClosedWith(1008);
    pair.alice().rejoins(pair.bob()).paired();
  }

  @Test
  void thePairMayEndDuringHold() {
    Connected connected = exchange.pair().connect();
    connected.alices().close();
    connected.bobs().onHold();
    connected.alice().unpairs(connected.bob()).ok();
    connected.bob().isTold("unpair", connected.alice());
    connected.bobs().isClosedWith(1000);
  }

  @Test
  void aSecondLineReplacesTheFirst() {
    Connected connected = exchange.pair().connect();
    Media again = connected.alice().rejoins(connected.bob());
    var reason = connected.alices().awaitClosed();
    assertEquals(1000, reason.getCloseCode().getCode());
    assertEquals("replaced", reason.getReasonPhrase());
    again.paired();
    // Whether the other is put on hold in between is the server's to choose; that it is paired
    // again is not.
    connected.bobs().link().take("pair", message -> message.text().contains("\"pair\""));
    again.link().send("from the new line");
    connected
        .bobs()
        .link()
        .take("the new line's word", message -> message.text().equals("from the new line"));
  }

  /** Two megabytes at most: within every bound. */
  private static List<Message> messages(int count) {
    Random random = new Random(count);
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[random.nextInt(50_000)];
      random.nextBytes(bytes);
      messages.add(i % 3 == 0 ? Message.text("message " + i) : Message.binary(bytes));
    }
    return messages;
  }

  private static void relaysBothWays(Media one, Media other) {
    one.link().send("there");
    assertEquals("there", other.link().next().text());
    other.link().send(new byte[] {1, 2, 3});
    Message back = one.link().next();
    assertTrue(!back.isText() && back.bytes().length == 3, back::toString);
  }
}
