package io.github.usermediaplug.it.model;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import io.github.usermediaplug.it.host.InsideServlet;
import io.github.usermediaplug.it.host.PairLedger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Whatever users do in whatever order, each line hears exactly what a simple model says, each pair
 * begins and ends once, and nothing is left when all have gone.
 *
 * <p>Random scripts for {@code -Dmodel.seconds}; {@code -Dmodel.seed} plays one again. A script
 * that fails is made as short as it still fails.
 */
class BrokerModelIT extends OnTheLine {
  private static final int SECONDS = Integer.getInteger("model.seconds", 12);
  private static final Optional<Long> SEED = Optional.ofNullable(Long.getLong("model.seed"));
  private static final int USERS = 4;
  private static final int STEPS = 400;
  private static final int TRIES = 5;

  /** Scripts know nothing of each other: each has users of its own. */
  private static final int AT_ONCE = 4;

  private static final Duration SHORTENING = Duration.ofMinutes(3);

  /** How long a call rings, a pair lasts without a line, and a silent line stays. */
  private static final Duration TIME = Duration.ofMillis(1500);

  private static final String BEANS =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
             bean-discovery-mode="annotated"/>
      """;

  @Deployment(testable = false)
  public static WebArchive product() {
    String time = TIME.toMillis() + "ms";
    return Product.at("model")
        .with("ring-timeout", time)
        .with("grace", time)
        .with("media-timeout", time)
        .with("whoami-timeout", time)
        .with("join-timeout", time)
        .with("ticket-ttl", "60m")
        // WildFly does not tell the end of every line that is cut; then only pings find it.
        .with("ping-interval", "3s")
        // A step follows the one before as fast as the machine lets it.
        .with("message-rate", "100000")
        .with("message-burst", "100000")
        .war()
        .addClasses(PairLedger.class, InsideServlet.class)
        .addAsWebInfResource(new StringAsset(BEANS), "beans.xml");
  }

  @Test
  void theServerDoesWhatTheModelSays() {
    Inside inside = new Inside(root());
    long deadline = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
    int scripts = 0;
    Map<String, String> pairs = new TreeMap<>();
    do {
      List<Callable<Played>> several =
          SEED.map(List::of).orElseGet(BrokerModelIT::seeds).stream()
              .<Callable<Played>>map(seed -> () -> play(seed, inside))
              .toList();
      for (Played played : AtOnce.all(several)) {
        played.failure().ifPresent(failure -> shorten(played.seed(), failure));
        pairs.putAll(played.ended());
        scripts++;
      }
    } while (SEED.isEmpty() && System.nanoTime() < deadline);
    inside.isForgotten();
    // Once more, for what came too much, and late.
    inside.holdsEvents(pairs);
    System.out.printf("model: %d scripts of %d steps, %d pairs%n", scripts, STEPS, pairs.size());
  }

  /** How a script went: why each pair ended, or what was wrong. */
  private record Played(long seed, Map<String, String> ended, Optional<AssertionError> failure) {}

  private static List<Long> seeds() {
    return ThreadLocalRandom.current().longs(AT_ONCE).boxed().toList();
  }

  private Played play(long seed, Inside inside) {
    try {
      return new Played(seed, attempt(script(seed), inside), Optional.empty());
    } catch (AssertionError e) {
      return new Played(seed, Map.of(), Optional.of(e));
    }
  }

  private static List<Step> script(long seed) {
    return Step.script(new Random(seed), STEPS, USERS);
  }

  private void shorten(long seed, AssertionError failure) {
    throw new AssertionError(
        "-Dmodel.seed=%d: %s%n%s"
            .formatted(
                seed, failure.getMessage(), Shortened.by(script(seed), SHORTENING, this::fails)),
        failure);
  }

  private Optional<AssertionError> fails(List<Step> script) {
    try {
      attempt(script, new Inside(root()));
      return Optional.empty();
    } catch (AssertionError e) {
      return Optional.of(e);
    }
  }

  /** On a machine that stands still for a second nothing can be said; so again. */
  private Map<String, String> attempt(List<Step> script, Inside inside) {
    Throwable meanwhile = null;
    for (int i = 0; i < TRIES; i++) {
      try (Exchange own = new Exchange(root())) {
        Map<String, String> ended = new Play(own, TIME, USERS).play(script);
        inside.holdsEvents(ended);
        return ended;
      } catch (Play.TooSlow again) {
        Transcript.note("too slow to tell; once more");
        meanwhile = again.getCause();
      }
    }
    throw new AssertionError(
        "the machine was too slow, " + TRIES + " times; at last " + meanwhile, meanwhile);
  }
}
