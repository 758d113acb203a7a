package io.github.usermediaplug.it;

import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import org.junit.jupiter.api.Test;

/** A user who does not read what is pushed to it on /meta is its own trouble. */
class DeafUserIT extends AgainstDefaults {
  /**
   * Less than one connection's allowance of messages, and more bytes than any kernel keeps for a
   * reader.
   */
  private static final int SIGNALS = 180;

  private static final String LONG = "x".repeat(60 << 10);

  @Test
  void holdsNobodyUp() {
    var pair = exchange.pair();
    User alice = pair.alice();
    User bob = pair.bob();
    String resume = bob.meta().whoami(bob.name()).ok().string("resume");
    SlowLink deaf = exchange.slowMeta("deaf " + bob.name());
    deaf.send(bob.message("whoami", "resume", resume).toString());
    bob.meta().isClosedWith(1000);
    for (int i = 0; i < SIGNALS; i++) {
      alice.meta().send(alice.message("signal", "peer", bob.name(), "data", LONG, "tx", i));
    }
    for (int i = 0; i < SIGNALS; i++) {
      alice.meta().reply().to("signal");
    }
    exchange.pair().connect();
    alice.sets("still here").ok();
  }
}
