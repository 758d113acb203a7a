package io.github.usermediaplug.it.host;

import io.github.usermediaplug.pair.Paired;
import io.github.usermediaplug.pair.Unpaired;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A host's observer that fails every time, before all others have been asked. */
@ApplicationScoped
public class HostileObserver {
  static final int PRIORITY = 1;

  void began(@Observes @Priority(PRIORITY) Paired event) {
    throw new IllegalStateException("a host's observer fails at the beginning of a pair");
  }

  void ended(@Observes @Priority(PRIORITY) Unpaired event) {
    throw new IllegalStateException("a host's observer fails at the end of a pair");
  }
}
