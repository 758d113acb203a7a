package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client may say at once. */
class BurstIT extends AgainstDefaults {
  @Test
  void twoHundredMessagesAtOnceAreAnswered() {
    User alice = exchange.stranger("alice");
    alice.meta().send(alice.message("reg-user", "peers", List.of()));
    for (int i = 0; i < 198; i++) {
      alice.meta().send(alice.message("peers", "tx", i));
    }
    alice.meta().reply().ok().to("reg-user");
    for (int i = 0; i < 198; i++) {
      assertEquals(i, alice.meta().reply().ok().json().getInt("tx"));
    }
  }
}
