package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Media;
import io.github.usermediaplug.it.client.Paired.Connected;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;

/** Media that comes, goes and ends at the same moment leaves nobody hanging. */
class MediaRacesIT extends AgainstDefaults {
  private static final Set<Integer> ENDED_OR_TOO_LATE = Set.of(1000, 1008);

  @RepeatedTest(10)
  void joinAgainstJoin() {
    var pair = exchange.pair();
    AtOnce.both(() -> pair.alice().joins(pair.toAlice()), () -> pair.bob().joins(pair.toBob()))
        .forEach(Media::paired);
  }

  @RepeatedTest(10)
  void ofManyWithOneTicketOneEnters() {
    var pair = exchange.pair();
    List<Callable<Media>> joins = Collections.nCopies(6, () -> pair.alice().joins(pair.toAlice()));
    List<Media> lines = AtOnce.all(joins);
    Media bobs = pair.bob().joins(pair.toBob());
    bobs.paired();
    List<Media> entered = lines.stream().filter(Media::isPairedBeforeItEnds).toList();
    assertEquals(1, entered.size(), "lines that entered");
    lines.stream().filter(line -> !entered.contains(line)).forEach(line -> line.isClosedWith(1008));
    entered.get(0).link().send("alone");
    assertEquals("alone", bobs.link().next().text());
  }

  @RepeatedTest(15)
  void joinAgainstUnpair() {
    var pair = exchange.pair();
    Media bobs = pair.bob().joins(pair.toBob());
    var results =
        AtOnce.<Object>both(
            () -> pair.alice().joins(pair.toAlice()), () -> pair.bob().unpairs(pair.alice()).ok());
    assertEndedOrTooLate((Media) results.get(0));
    assertEndedOrTooLate(bobs);
  }

  @RepeatedTest(15)
  void rejoinAgainstUnpair() {
    Connected connected = exchange.pair().connect();
    connected.alices().close();
    connected.bobs().onHold();
    var ticket = connected.alice().asksTicket(connected.bob()).ok();
    String name = connected.alice().name();
    String peer = connected.bob().name();
    Media again = exchange.media(name);
    AtOnce.<Object>both(
        () -> again.join(name, peer, ticket.string("ticket")),
        () -> connected.bob().unpairs(connected.alice()).ok());
    assertEndedOrTooLate(again);
    connected.bobs().isClosedWith(1000);
  }

  private static void assertEndedOrTooLate(Media media) {
    int code = media.awaitClosed().getCloseCode().getCode();
    assertTrue(ENDED_OR_TOO_LATE.contains(code), "closed with " + code);
  }

  @RepeatedTest(10)
  void bothDropAndComeBackAtOnce() {
    Connected connected = exchange.pair().connect();
    AtOnce.both(() -> drop(connected.alices()), () -> drop(connected.bobs()));
    var lines =
        AtOnce.both(
            () -> connected.alice().rejoins(connected.bob()),
            () -> connected.bob().rejoins(connected.alice()));
    awaitPaired(lines.get(0));
    awaitPaired(lines.get(1));
    lines.get(0).link().send("there");
    awaitText(lines.get(1), "there");
    lines.get(1).link().send("and back");
    awaitText(lines.get(0), "and back");
  }

  private static Void drop(Media media) {
    media.close();
    return null;
  }

  /** Holds may come between, as each came back to a line of the other that was about to end. */
  private static void awaitPaired(Media media) {
    media.link().take("pair", message -> message.text().contains("\"pair\""));
  }

  private static void awaitText(Media media, String text) {
    media.link().take(text, message -> message.text().equals(text));
  }

  /**
   * What is on the way to a line that drops may be lost with it; nothing else is, and nothing comes
   * twice.
   */
  @RepeatedTest(3)
  void aReceiverThatDropsAgainAndAgainHearsNothingTwiceAndTheLatest() {
    Connected connected = exchange.pair().connect();
    User bob = connected.bob();
    Media bobs = connected.bobs();
    int latest = -1;
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 20; i++) {
        connected.alices().link().send("number " + (round * 20 + i));
      }
      latest = lastOf(bobs, latest, latest + 1);
      bobs.close();
      bobs = bob.rejoins(connected.alice());
      bobs.paired();
    }
    connected.alices().link().send("number 1000");
    assertEquals(1000, lastOf(bobs, latest, 1000));
  }

  /** Reads numbers until one is as high as this; each must be higher than the one before. */
  private static int lastOf(Media media, int before, int until) {
    int latest = before;
    while (latest < until) {
      int number = Integer.parseInt(media.link().next().text().replace("number ", ""));
      assertTrue(number > latest, number + " came after " + latest);
      latest = number;
    }
    return latest;
  }
}
