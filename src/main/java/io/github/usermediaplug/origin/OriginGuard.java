package io.github.usermediaplug.origin;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.log.LimitLog;
import io.github.usermediaplug.log.Quoted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/** Keeps foreign pages out by the rule that is configured. Any thread may call it. */
@ApplicationScoped
public class OriginGuard {

  private static final Logger LOG = Logger.getLogger(OriginGuard.class.getName());

  private final OriginRule rule;
  private final Map<Key<?>, LimitLog> refused =
      Map.of(
          Key.ALLOWED_ORIGINS,
          new LimitLog(
              LOG, "allowed-origins keeps pages of other origins out, the last one from %s"),
          Key.HOSTS,
          new LimitLog(LOG, "hosts keeps requests to other hosts out, the last one from %s"));

  /** For the client proxy only. */
  protected OriginGuard() {
    this.rule = null;
  }

  /** A guard by the settings in force. */
  @Inject
  public OriginGuard(Configuration configuration) {
    this.rule =
        new OriginRule(configuration.get(Key.ALLOWED_ORIGINS), configuration.get(Key.HOSTS));
  }

  /**
   * Whether a handshake with these headers is taken; logs one that is not.
   *
   * @param origins the value of each {@code Origin} of the request
   * @param hosts the value of each {@code Host}
   */
  public boolean admits(List<String> origins, List<String> hosts) {
    Optional<Key<?>> refusal = rule.refusal(origins, hosts);
    refusal.ifPresent(
        key -> refused.get(key).met("%s at host %s".formatted(quoted(origins), quoted(hosts))));
    return refusal.isEmpty();
  }

  private static String quoted(List<String> values) {
    return Quoted.of(String.join(", ", values));
  }
}
