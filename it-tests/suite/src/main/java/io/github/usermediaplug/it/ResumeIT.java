package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Message;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * A client whose line died silently takes it over with the secret it was given, and nobody else
 * notices.
 */
class ResumeIT extends AgainstDefaults {
  private static final int LINES_AT_ONCE = 6;

  @Test
  void theOldLineIsClosedAsReplaced() {
    User alice = exchange.user("alice");
    takeOver(alice);
    var reason = alice.meta().awaitClosed();
    assertEquals(1000, reason.getCloseCode().getCode());
    assertEquals("replaced", reason.getReasonPhrase());
  }

  @Test
  void theNewLineIsTheUserFromThenOn() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User again = takeOver(alice);
    alice.meta().awaitClosed();
    bob.calls(again).ok();
    again.isTold("call", bob);
  }

  @Test
  void itCanBeDoneAgainAndAgain() {
    User alice = exchange.user("alice");
    for (int i = 0; i < 5; i++) {
      User again = takeOver(alice);
      alice.meta().isClosedWith(1000);
      alice = again;
    }
    alice.sets("still here").ok();
  }

  @RepeatedTest(10)
  void ofManyTakeOversAtOnceOneLineIsLeft() {
    var friends = exchange.friends();
    String name = friends.alice().name();
    String resume = resumeOf(friends.alice());
    List<Meta> lines =
        Stream.generate(friends.alice()::opensAnotherLine).limit(LINES_AT_ONCE).toList();
    List<Callable<Reply>> takeOvers =
        lines.stream().<Callable<Reply>>map(line -> () -> line.resume(name, resume)).toList();
    AtOnce.all(takeOvers).forEach(Reply::ok);
    friends.bob().calls(friends.alice()).ok();
    // Each line but one has ended; the one that is left is the one that rings.
    List<Meta> ringing = lines.stream().filter(line -> line.pushOrEnd("call").isPresent()).toList();
    assertEquals(1, ringing.size(), "lines that ring");
    lines.stream().filter(line -> !ringing.contains(line)).forEach(line -> line.isClosedWith(1000));
    friends.bob().isToldNothingElse();
  }

  @Test
  void peersAreNotToldAndStatusStays() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    exchange.befriend(alice, bob);
    User again = takeOver(alice);
    alice.meta().awaitClosed();
    assertEquals(List.of(alice.name()), bob.peersOnline());
    again.sets("the next bob hears").ok();
    bob.isToldStatus(alice, "the next bob hears");
    bob.isToldNothingElse();
  }

  @Test
  void aPairMovesToTheNewLineWithAFreshTicket() {
    var pair = exchange.pair();
    var again = takeOver(pair.alice());
    var anew = again.isForcedToCall(pair.bob());
    assertEquals(pair.toAlice().pair(), anew.pair());
    assertNotEquals(pair.toAlice().ticket(), anew.ticket());
    var alices = again.joins(anew);
    var bobs = pair.bob().joins(pair.toBob());
    alices.paired();
    bobs.paired();
    again.unpairs(pair.bob()).ok();
    pair.bob().isTold("unpair", again);
  }

  @Test
  void aCallThatRingsTheUserRingsOnTheNewLine() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    bob.calls(alice).ok();
    alice.isTold("call", bob);
    User again = takeOver(alice);
    again.isTold("call", bob);
    again.accepts(bob).ok();
    bob.isTold("accept", again);
  }

  @Test
  void aCallThatTheUserMadeGoesOnRinging() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    bob.isTold("call", alice);
    User again = takeOver(alice);
    alice.meta().awaitClosed();
    bob.accepts(again).ok();
    again.isTold("accept", bob);
    again.isForcedToCall(bob);
    bob.isForcedToCall(again);
    bob.isToldNothingElse();
  }

  @Test
  void theReplyComesBeforeWhatStillGoesOn() {
    var pair = exchange.pair();
    User caller = exchange.user("caller");
    caller.calls(pair.alice()).ok();
    pair.alice().isTold("call", caller);
    Meta line = pair.alice().opensAnotherLine();
    String resume = resumeOf(pair.alice());
    line.send(pair.alice().message("whoami", "resume", resume));
    assertTrue(line.link().next().text().contains("\"res\""), "first the reply");
    assertTrue(line.link().next().text().contains("\"force-call\""), "then pairs that live");
    assertTrue(line.link().next().text().contains("\"call\""), "then calls that ring");
  }

  /**
   * The line that took over may die before its reply arrives: then the client knows no other
   * secret.
   */
  @Test
  void aSecretWhoseTakeOverWasNotHeardOfStillWorks() {
    User alice = exchange.user("alice");
    String known = resumeOf(alice);
    alice.opensAnotherLine().resume(alice.name(), known).ok();
    alice.opensAnotherLine().resume(alice.name(), known).ok();
  }

  @Test
  void aSecretThatIsWrongTakesNothingOver() {
    User alice = exchange.user("alice");
    alice.opensAnotherLine().resume(alice.name(), "guessed").refused("identity-taken");
    alice.sets("still here").ok();
  }

  @Test
  void somebodyElsesSecretTakesNothingOver() {
    User alice = exchange.user("alice");
    User mallory = exchange.user("mallory");
    alice.opensAnotherLine().resume(alice.name(), resumeOf(mallory)).refused("identity-taken");
    alice.sets("still here").ok();
  }

  @Test
  void aSecretForANameNobodyHoldsIsAPlainWhoami() {
    String name = Exchange.fresh("alice");
    Reply reply = exchange.meta(name).resume(name, "of some other day");
    assertTrue(reply.ok().string("resume").length() >= 16);
  }

  @Test
  void secretsDiffer() {
    assertNotEquals(resumeOf(exchange.user("alice")), resumeOf(exchange.user("bob")));
  }

  /**
   * What the old line had pushed but nobody read is of no use; what is pushed later goes to the new
   * line only.
   */
  @Test
  void nothingIsPushedToTheOldLineAnyMore() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User again = takeOver(alice);
    alice.meta().awaitClosed();
    bob.calls(again).ok();
    again.isTold("call", bob);
    assertEquals(List.of(), alice.meta().link().unread().stream().map(Message::text).toList());
  }

  private static String resumeOf(User user) {
    return user.meta().whoami(user.name()).ok().string("resume");
  }

  private static User takeOver(User user) {
    Meta line = user.opensAnotherLine();
    line.resume(user.name(), resumeOf(user)).ok();
    return user.on(line);
  }
}
