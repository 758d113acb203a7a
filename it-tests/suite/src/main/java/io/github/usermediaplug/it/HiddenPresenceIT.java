package io.github.usermediaplug.it;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Guesses;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstTokens;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether somebody is there whom one may not see is not to be told by how long an answer takes,
 * whatever one asks. If a message is for all peers it is twenty users at once, each on three
 * devices: what cannot be told of them cannot be told of one.
 */
class HiddenPresenceIT extends AgainstTokens {
  private static final int HIDDEN = 20;
  private static final int DEVICES = 3;
  private static final int QUESTIONS = 13;

  @Deployment(testable = false)
  public static WebArchive product() {
    return configured("hidden-presence")
        .with("call-policy", "peers-only")
        .with("message-rate", "100000")
        .with("message-burst", "100000")
        .war();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cancel", "accept", "reject", "unpair", "signal", "ticket", "call", "add-peers"})
  void whatIsSaidToSomebody(String type) {
    User asker = exchange.user("asker");
    String there = somebody();
    String absent = Exchange.fresh("stranger");
    Guesses.areNoBetterThanChance(
        QUESTIONS,
        present -> {
          String peer = present ? there : absent;
          return Guesses.time(
              () -> asker.says(type, "peer", peer, "peers", List.of(peer), "data", "x"));
        });
  }

  @Test
  void onesOwnStatus() {
    User asker = exchange.user("asker");
    withCrowd(asker, () -> Guesses.time(() -> asker.sets("busy").ok()));
  }

  /** The next message waits for what the one before it does. */
  @Test
  void whatIsAskedRightBehindOnesOwnStatus() {
    User asker = exchange.user("asker");
    withCrowd(
        asker,
        () ->
            Guesses.time(
                () -> {
                  asker.meta().send(asker.message("status", "status", "busy"));
                  asker.says("ticket", "peer", "nobody");
                  asker.meta().reply();
                }));
  }

  @Test
  void whoOfOnesPeersIsOnline() {
    User asker = exchange.user("asker");
    withCrowd(asker, () -> Guesses.time(asker::peersOnline));
  }

  @Test
  void onesOwnPeers() {
    User asker = exchange.user("asker");
    withCrowd(asker, () -> Guesses.time(asker::peers));
  }

  @Test
  void whatIsAskedOnAnotherConnectionBesideOnesOwnStatus() {
    User asker = exchange.user("asker");
    List<User> others = List.of(asker.alsoOn("phone"), asker.alsoOn("tablet"), asker.alsoOn("tv"));
    withCrowd(
        asker,
        () -> {
          others.forEach(other -> other.meta().send(other.message("status", "status", "busy")));
          long taken = Guesses.time(() -> asker.says("ticket", "peer", "nobody"));
          others.forEach(other -> other.meta().reply().ok());
          return taken;
        });
  }

  /** Peers are told that one has gone while one comes back. */
  @Test
  void onesOwnComing() {
    User first = exchange.user("asker");
    User steady = first.alsoOn("phone");
    withCrowd(
        steady,
        () -> {
          User line = steady.on(steady.opensAnotherLine());
          long taken = Guesses.time(() -> line.meta().whoami(line.name()).ok());
          line.close();
          line.meta().awaitClosed();
          return taken;
        });
  }

  private void withCrowd(User asker, Timed question) {
    List<String> there = crowd();
    List<String> absent = absent();
    Guesses.areNoBetterThanChance(
        QUESTIONS,
        present -> {
          List<String> peers = present ? there : absent;
          asker.addsPeers(peers).ok();
          long taken = question.ask();
          asker.deletesPeers(peers.toArray(String[]::new)).ok();
          return taken;
        });
  }

  private List<String> crowd() {
    Callable<String> one = this::somebody;
    return AtOnce.all(Collections.nCopies(HIDDEN, one));
  }

  private String somebody() {
    User user = exchange.user("stranger");
    IntStream.range(1, DEVICES).forEach(device -> user.alsoOn("device " + device));
    return user.name();
  }

  private static List<String> absent() {
    return IntStream.range(0, HIDDEN).mapToObj(i -> Exchange.fresh("stranger")).toList();
  }

  private interface Timed {
    long ask();
  }
}
