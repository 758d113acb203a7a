package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstTokens;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Somebody who is proven is there on several devices at once. */
class SeveralConnectionsIT extends AgainstTokens {
  private static final int MOST = 5;

  @Deployment(testable = false)
  public static WebArchive product() {
    return configured("tokens").war();
  }

  @Test
  void fiveAreLetInAndASixthIsNot() {
    User alice = exchange.user("alice");
    List<User> others = Stream.generate(() -> alice.alsoOn("more")).limit(MOST - 1).toList();
    Meta sixth = exchange.meta("sixth");
    sixth.whoami(alice.name()).refused("identity-taken");
    alice.sets("busy").ok();
    others.forEach(other -> other.sets("online").ok());
    goes(others.get(0));
    sixth.whoami(alice.name()).ok();
  }

  @RepeatedTest(3)
  void ofManyAtOnceFiveAreLetIn() {
    String name = Exchange.fresh("alice");
    List<Callable<Reply>> claims =
        Stream.generate(() -> exchange.meta(name))
            .limit(MOST + 4)
            .<Callable<Reply>>map(line -> () -> line.whoami(name))
            .toList();
    List<Reply> replies = AtOnce.all(claims);
    assertEquals(MOST, replies.stream().filter(Reply::isOk).count(), replies::toString);
    replies.stream()
        .filter(reply -> !reply.isOk())
        .forEach(reply -> reply.refused("identity-taken"));
  }

  @Test
  void aTakeOverNeedsNoPlaceOfItsOwnAndLeavesTheOthers() {
    User alice = exchange.user("alice");
    List<User> others = Stream.generate(() -> alice.alsoOn("more")).limit(MOST - 1).toList();
    String resume = others.get(0).meta().whoami(alice.name()).ok().string("resume");
    Meta line = exchange.meta("again");
    line.resume(alice.name(), resume).ok();
    assertEquals("replaced", others.get(0).meta().awaitClosed().getReasonPhrase());
    others.stream().skip(1).forEach(other -> other.sets("online").ok());
    alice.on(line).sets("online").ok();
  }

  @Test
  void eachConnectionHasASecretOfItsOwn() {
    User alice = exchange.user("alice");
    User phone = alice.alsoOn("phone");
    String one = alice.meta().whoami(alice.name()).ok().string("resume");
    String other = phone.meta().whoami(alice.name()).ok().string("resume");
    assertNotEquals(one, other);
  }

  @Test
  void aCallRingsOnAllAndTheFirstToAcceptHasIt() {
    User alice = exchange.user("alice");
    User alicesPhone = alice.alsoOn("phone");
    User bob = exchange.user("bob");
    List<User> bobs = List.of(bob, bob.alsoOn("phone"), bob.alsoOn("tablet"));
    alice.calls(bob).ok();
    bobs.forEach(each -> each.isTold("call", alice));
    bobs.get(1).accepts(alice).ok();
    answeredElsewhere(alice, bobs.get(0), bobs.get(2));
    alice.isTold("accept", bob);
    alicesPhone.isTold("accept", bob);
    var toAlice = alice.isForcedToCall(bob);
    var toBob = bobs.get(1).isForcedToCall(alice);
    var alices = alice.joins(toAlice);
    bob.joins(toBob).paired();
    alices.paired();
    fence(alice, alicesPhone);
    fence(bobs.get(0), bobs.get(1), bobs.get(2));
    bobs.get(0).accepts(alice).refused("no-such-call");
    bobs.get(2).rejects(alice).refused("no-such-call");
    Stream.of(alice, alicesPhone).forEach(User::isToldNothingElse);
    bobs.forEach(User::isToldNothingElse);
  }

  @Test
  void theFirstToRejectEndsItForAll() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User phone = bob.alsoOn("phone");
    alice.calls(bob).ok();
    bob.isTold("call", alice);
    phone.isTold("call", alice);
    bob.rejects(alice).ok();
    alice.isTold("reject", bob);
    answeredElsewhere(alice, phone);
    phone.accepts(alice).refused("no-such-call");
    fence(bob, phone);
    bob.isToldNothingElse();
    phone.isToldNothingElse();
    alice.isToldNothingElse();
  }

  @RepeatedTest(10)
  void ofSeveralWhoAnswerAtOnceOneDecides() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User phone = bob.alsoOn("phone");
    User tablet = bob.alsoOn("tablet");
    alice.calls(bob).ok();
    List<User> bobs = List.of(bob, phone, tablet);
    bobs.forEach(each -> each.isTold("call", alice));
    List<Reply> replies =
        AtOnce.all(
            List.of(
                () -> bob.accepts(alice), () -> phone.accepts(alice), () -> tablet.rejects(alice)));
    assertEquals(1, replies.stream().filter(Reply::isOk).count(), replies::toString);
    for (int i = 0; i < bobs.size(); i++) {
      if (!replies.get(i).isOk()) {
        replies.get(i).refused("no-such-call");
        answeredElsewhere(alice, bobs.get(i));
      } else if (i < 2) {
        alice.isForcedToCall(bob);
        bobs.get(i).isForcedToCall(alice);
      }
    }
    bobs.forEach(User::isToldNothingElse);
  }

  @Test
  void aCallThatIsWithdrawnStopsRingingOnAll() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User phone = bob.alsoOn("phone");
    alice.calls(bob).ok();
    alice.cancels(bob).ok();
    for (User each : List.of(bob, phone)) {
      each.isTold("call", alice);
      each.isTold("cancel", alice);
    }
  }

  /** The calling device hears of it, for it would go on ringing. */
  @Test
  void aCallMayBeWithdrawnOnAnotherDevice() {
    User alice = exchange.user("alice");
    User laptop = alice.alsoOn("laptop");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    bob.isTold("call", alice);
    laptop.calls(bob).refused("call-exists");
    laptop.cancels(bob).ok();
    bob.isTold("cancel", alice);
    assertEquals(
        Json.of("type", "cancel", "user", alice.name(), "peer", bob.name()),
        alice.isTold("cancel"));
    laptop.isToldNothingElse();
    alice.cancels(bob).refused("no-such-call");
  }

  @Test
  void aPairMayBeEndedOnAnotherDevice() {
    User phone = exchange.user("alice");
    User laptop = phone.alsoOn("laptop");
    User bob = exchange.user("bob");
    var connected = exchange.pair(phone, bob).connect();
    laptop.unpairs(bob).ok();
    bob.isTold("unpair", phone);
    assertEquals(
        Json.of("type", "unpair", "user", phone.name(), "peer", bob.name()),
        phone.isTold("unpair"));
    connected.alices().isClosedWith(1000);
    laptop.isTold("accept", bob);
    laptop.isToldNothingElse();
  }

  @Test
  void whoeverCallsBackAnswersAndTheOthersStopRinging() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User phone = bob.alsoOn("phone");
    alice.calls(bob).ok();
    bob.isTold("call", alice);
    phone.isTold("call", alice);
    phone.calls(alice).ok();
    alice.isTold("accept", bob);
    alice.isForcedToCall(bob);
    phone.isForcedToCall(alice);
    answeredElsewhere(alice, bob);
    bob.isToldNothingElse();
  }

  @Test
  void theCallIsTheCallingDevicesAndEndsWithIt() {
    User alice = exchange.user("alice");
    User laptop = alice.alsoOn("laptop");
    User bob = exchange.user("bob");
    laptop.calls(bob).ok();
    bob.isTold("call", alice);
    laptop.close();
    bob.isTold("cancel", alice, "offline");
    alice.sets("still here").ok();
  }

  @Test
  void aCallRingsOnWhileOneOfTheCalleesConnectionsIsLeft() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    User phone = bob.alsoOn("phone");
    alice.addsPeers(bob.name()).ok();
    alice.calls(bob).ok();
    phone.isTold("call", alice);
    bob.close();
    bob.meta().awaitClosed();
    phone.accepts(alice).ok();
    alice.isTold("accept", bob);
    phone.unpairs(alice).ok();
    alice.isTold("unpair", bob);
    alice.calls(bob).ok();
    phone.isTold("call", alice);
    phone.close();
    alice.isTold("reject", bob, "offline");
  }

  @Test
  void aDeviceThatComesLaterRingsToo() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    alice.calls(bob).ok();
    bob.isTold("call", alice);
    User phone = bob.alsoOn("phone");
    phone.isTold("call", alice);
    phone.accepts(alice).ok();
    answeredElsewhere(alice, bob);
    phone.isForcedToCall(alice);
  }

  @Test
  void statusIsTheUsersAndNotTheConnections() {
    User alice = exchange.user("alice");
    User bob = exchange.user("bob");
    exchange.befriend(alice, bob);
    User phone = bob.alsoOn("phone");
    assertEquals(List.of(bob.name()), alice.peersOnline());
    phone.sets("busy").ok();
    alice.isToldStatus(bob, "busy");
    bob.close();
    bob.meta().awaitClosed();
    phone.sets("away").ok();
    // Nothing came between: a connection of several went, and the user is there.
    alice.isToldStatus(bob, "away");
    assertEquals(List.of(bob.name()), alice.peersOnline());
    phone.close();
    alice.isToldStatus(bob, "offline");
    assertEquals(List.of(), alice.peersOnline());
  }

  @Test
  void theStatusOfPeersAndSignalsReachEveryConnection() {
    User alice = exchange.user("alice");
    User phone = alice.alsoOn("phone");
    User bob = exchange.user("bob");
    exchange.befriend(alice, bob);
    bob.sets("busy").ok();
    alice.isToldStatus(bob, "busy");
    phone.isToldStatus(bob, "busy");
    bob.calls(alice).ok();
    bob.signals(alice, "hello").ok();
    for (User each : List.of(alice, phone)) {
      each.isTold("call", bob);
      assertEquals("hello", each.isTold("signal").getString("data"));
    }
  }

  /** The pair waits for the device that it was on, or for one that comes anew. */
  @Test
  void aPairWhoseConnectionIsLostGoesToTheNextThatComes() {
    User phone = exchange.user("alice");
    User laptop = phone.alsoOn("laptop");
    User bob = exchange.user("bob");
    var pair = exchange.pair(phone, bob);
    laptop.isTold("accept", bob);
    goes(phone);
    User again = phone.alsoOn("phone again");
    assertEquals(pair.toAlice().pair(), again.isForcedToCall(bob).pair());
    fence(laptop, bob);
    laptop.isToldNothingElse();
    bob.isToldNothingElse();
  }

  /** This one of a user's devices hangs up, and its server knows when this returns. */
  private void goes(User device) {
    User witness = exchange.user("witness");
    device.calls(witness).ok();
    witness.isTold("call", device);
    device.close();
    witness.isTold("cancel", device, "offline");
  }

  /** Has each say something and hear its reply, so that all pushed before has come. */
  private static void fence(User... all) {
    Stream.of(all).forEach(each -> each.says("peers", "tx", 1).ok());
  }

  private static void answeredElsewhere(User caller, User... others) {
    for (User other : others) {
      other.isTold("cancel", caller, "answered-elsewhere");
    }
  }
}
