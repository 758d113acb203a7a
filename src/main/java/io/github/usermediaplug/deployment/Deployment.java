package io.github.usermediaplug.deployment;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.identity.Identity;
import io.github.usermediaplug.media.MediaDoor;
import io.github.usermediaplug.meta.MetaDoor;
import io.github.usermediaplug.pair.PairPipeline;
import io.github.usermediaplug.pair.Pairs;
import io.github.usermediaplug.policy.CallPolicy;
import io.github.usermediaplug.roster.Roster;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts everything with the deployment, so that a wrong setting or a broken store fails it at
 * once, and ends everything before it, while all beans are still there: on Tomcat and Payara they
 * are gone by the time the containers close the sockets themselves.
 */
@ApplicationScoped
public class Deployment {

  private static final Logger LOG = Logger.getLogger(Deployment.class.getName());
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Configuration configuration;
  private final Exchange exchange;
  private final Threads threads;
  private final Identity identity;
  private final CallPolicy policy;
  private final Roster roster;
  private final Pairs pairs;
  private final PairPipeline pipeline;
  private final MetaDoor meta;
  private final MediaDoor media;
  private final AtomicBoolean started = new AtomicBoolean();

  /** For the client proxy only. */
  protected Deployment() {
    this(null, null, null, null, null, null, null, null, null, null);
  }

  /** A deployment of these rooms. */
  @Inject
  public Deployment(
      Configuration configuration,
      Exchange exchange,
      Threads threads,
      Identity identity,
      CallPolicy policy,
      Roster roster,
      Pairs pairs,
      PairPipeline pipeline,
      MetaDoor meta,
      MediaDoor media) {
    this.configuration = configuration;
    this.exchange = exchange;
    this.threads = threads;
    this.identity = identity;
    this.policy = policy;
    this.roster = roster;
    this.pairs = pairs;
    this.pipeline = pipeline;
    this.meta = meta;
    this.media = media;
  }

  /** Everything starts, before the first request. */
  public void start(ServletContext context) {
    started.set(true);
    configuration.read(context);
    identity.mode(); // makes it, with the key it may need
    roster.peers(""); // opens the store
    meta.open();
    media.open();
    LOG.log(
        identity.proves() ? Level.INFO : Level.WARNING,
        () ->
            "user-media-plug serves %s; call policy is '%s', identity is '%s'%s"
                .formatted(
                    context.getContextPath(),
                    policy.name(),
                    identity.mode(),
                    identity.proves() ? "" : ": every connection is believed to be whom it says"));
    if (configuration.get(Key.HOSTS).isEmpty() && !identity.proves()) {
      LOG.warning(
          "hosts is not set: pages of any site may connect under a name that they have lead here");
    }
    if (policy.hides() && !identity.proves()) {
      LOG.warning("A call policy hides nobody from one who may claim to be anybody");
    }
  }

  /** Everything ends, once: in an EAR the event of each module comes by. */
  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
    if (!started.compareAndSet(true, false)) {
      return;
    }
    // What was asked before the stop is made durable and answered.
    await(meta::isIdle);
    meta.shut();
    media.shut();
    exchange.inTurn(pairs::stop);
    pipeline.drain();
    await(() -> meta.isEmpty() && media.isEmpty());
    threads.stop();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
