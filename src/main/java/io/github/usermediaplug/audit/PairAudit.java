package io.github.usermediaplug.audit;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.log.Quoted;
import io.github.usermediaplug.pair.Paired;
import io.github.usermediaplug.pair.Unpaired;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs each pair's beginning and end under the logger of this class's name; of a user with very
 * many pairs a minute the rest is summed up, so that nobody fills a disk by calling.
 */
@ApplicationScoped
public class PairAudit {

  /** Given with each record: finding the caller by the stack cost more than all else of a pair. */
  private static final String NAME = PairAudit.class.getName();

  private static final Logger LOG = Logger.getLogger(NAME);

  private static final Duration SWEEP = Duration.ofSeconds(10);

  private final AuditLimit limit = new AuditLimit(System::nanoTime);
  private final Threads threads;

  /** For the client proxy only. */
  protected PairAudit() {
    this(null);
  }

  /** An audit that sums up by this timer. */
  @Inject
  public PairAudit(Threads threads) {
    this.threads = threads;
  }

  @PostConstruct
  void open() {
    threads.every(SWEEP, () -> sumUp(limit.over()));
  }

  @PreDestroy
  void close() {
    sumUp(limit.all());
  }

  private static void sumUp(List<AuditLimit.Unnamed> users) {
    users.forEach(
        unnamed ->
            LOG.logp(
                Level.INFO,
                NAME,
                "sumUp",
                () ->
                    "%d more pairs of %s within a minute, beside those that are named"
                        .formatted(
                            unnamed.pairs(), unnamed.user().map(Quoted::of).orElse("all users"))));
  }

  void began(@Observes Paired event) {
    if (!limit.names(event.pair())) {
      return;
    }
    LOG.logp(
        Level.INFO,
        NAME,
        "began",
        () ->
            "Paired %s and %s (pair %s)"
                .formatted(
                    Quoted.of(event.pair().caller()),
                    Quoted.of(event.pair().callee()),
                    event.pair().id()));
  }

  void ended(@Observes Unpaired event) {
    if (!limit.named(event.pair())) {
      return;
    }
    Duration lasted = Duration.between(event.pair().began(), event.ended());
    LOG.logp(
        Level.INFO,
        NAME,
        "ended",
        () ->
            "Unpaired %s and %s after %d ms: %s (pair %s)"
                .formatted(
                    Quoted.of(event.pair().caller()),
                    Quoted.of(event.pair().callee()),
                    lasted.toMillis(),
                    event.reason().code(),
                    event.pair().id()));
  }
}
