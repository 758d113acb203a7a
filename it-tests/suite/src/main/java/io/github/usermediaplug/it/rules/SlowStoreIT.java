package io.github.usermediaplug.it.rules;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Guesses;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * With a host's store that takes its time, and other time for users who exist, nobody can tell by
 * an answer's time who exists: not by a call, and not by who of one's peers is online.
 */
class SlowStoreIT extends OnTheLine {
  private static final int QUESTIONS = 3;

  /** So many the pace takes to learn how slow the store is. */
  private static final int FIRST = 5;

  private static final String BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
             bean-discovery-mode="annotated"/>
      """;

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("slow-store")
        .with("identity", "token")
        .with("call-policy", "peers-only")
        .with("message-rate", "100000")
        .with("message-burst", "100000")
        .war()
        .addClasses(BadgeIdentity.class, SlowUserStore.class)
        .addAsWebInfResource(new StringAsset(BEANS), "beans.xml");
  }

  @Override
  protected Exchange exchange(URI root) {
    return Exchange.withTokens(root, BadgeIdentity::badge);
  }

  @Test
  void aRefusedCallTellsNobodyWhoExists() {
    User asker = exchange.user("asker");
    String there = exchange.user("stranger").name();
    String absent = Exchange.fresh("stranger");
    IntStream.range(0, FIRST).forEach(i -> call(asker, there));
    Guesses.areNoBetterThanChance(
        QUESTIONS, present -> Guesses.time(() -> call(asker, present ? there : absent)));
  }

  @Test
  void whoIsOnlineTellsNobodyWhoExists() {
    User asker = exchange.user("asker");
    withPeers(asker, () -> asker.peersOnline());
  }

  @Test
  void onesOwnStatusTellsNobodyWhoExists() {
    User asker = exchange.user("asker");
    withPeers(asker, () -> asker.sets("busy").ok());
  }

  private void withPeers(User asker, Runnable question) {
    List<String> there = List.of(exchange.user("stranger").name(), exchange.user("other").name());
    List<String> absent = List.of(Exchange.fresh("stranger"), Exchange.fresh("other"));
    Guesses.Question one =
        present -> {
          List<String> peers = present ? there : absent;
          asker.addsPeers(peers).ok();
          long taken = Guesses.time(question);
          asker.deletesPeers(peers.toArray(String[]::new)).ok();
          return taken;
        };
    IntStream.range(0, FIRST).forEach(i -> one.ask(true));
    Guesses.areNoBetterThanChance(QUESTIONS, one);
  }

  private static void call(User asker, String peer) {
    asker.says("call", "peer", peer).refused("peer-offline");
  }
}
