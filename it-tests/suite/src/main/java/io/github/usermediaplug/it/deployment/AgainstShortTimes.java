package io.github.usermediaplug.it.deployment;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Tests of what happens when a time has run out: here it runs out soon. Tests of what happens in
 * time are better off with the defaults, where a slow machine does not matter.
 */
public abstract class AgainstShortTimes extends OnTheLine {
  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("short-times")
        .with("whoami-timeout", "1s")
        .with("ring-timeout", "1s")
        .with("grace", "1s")
        .with("ticket-ttl", "1s")
        // Longer than a ticket lives: a silent line that is closed proves that older tickets have
        // expired.
        .with("join-timeout", "2s")
        .with("media-timeout", "3s")
        .with("stall-timeout", "2s")
        .war();
  }
}
