package io.github.usermediaplug.it.server;

import java.io.IOException;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;

/**
 * No server outlives its tests, however they end: one that an earlier run left behind is ended
 * before this run's is started, and a {@link Guard} ends this one's with it.
 */
public final class Guarding implements LoadableExtension {
  private static final int BEFORE_THE_SERVER_IS_STARTED = 1000;

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Guarding.class);
  }

  public void begin(@Observes(precedence = BEFORE_THE_SERVER_IS_STARTED) BeforeSuite suite)
      throws IOException {
    String home = ServerProcesses.homeUnderTest();
    ServerProcesses.of(home).forEach(ServerProcesses::end);
    Guard.post(home);
  }
}
