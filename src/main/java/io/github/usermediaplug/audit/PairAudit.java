package io.github.usermediaplug.audit;

import io.github.usermediaplug.pair.Paired;
import io.github.usermediaplug.pair.Unpaired;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logs each pair's beginning and end under the logger of this class's name. */
@ApplicationScoped
public class PairAudit {

  /** Given with each record: finding the caller by the stack cost more than all else of a pair. */
  private static final String NAME = PairAudit.class.getName();

  private static final Logger LOG = Logger.getLogger(NAME);

  void began(@Observes Paired event) {
    LOG.logp(
        Level.INFO,
        NAME,
        "began",
        () ->
            "Paired %s and %s (pair %s)"
                .formatted(event.pair().caller(), event.pair().callee(), event.pair().id()));
  }

  void ended(@Observes Unpaired event) {
    Duration lasted = Duration.between(event.pair().began(), event.ended());
    LOG.logp(
        Level.INFO,
        NAME,
        "ended",
        () ->
            "Unpaired %s and %s after %d ms: %s (pair %s)"
                .formatted(
                    event.pair().caller(),
                    event.pair().callee(),
                    lasted.toMillis(),
                    event.reason().code(),
                    event.pair().id()));
  }
}
