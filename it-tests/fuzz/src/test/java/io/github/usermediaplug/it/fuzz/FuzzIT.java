package io.github.usermediaplug.it.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.media.JoinTarget;
import org.junit.jupiter.api.Test;

/**
 * Nothing that a client can send brings up anything but what the contract says. Each target for
 * {@code -Dfuzz.seconds}.
 */
class FuzzIT {
  private static final int SECONDS = Integer.getInteger("fuzz.seconds", 16);

  @Test
  void everyTextOnMetaIsReadAsTheContractSays() throws Exception {
    fuzz(MessageTarget.class, "message");
  }

  @Test
  void everyFirstTextOnMediaIsAJoinOrNone() throws Exception {
    fuzz(JoinTarget.class, "join");
  }

  @Test
  void messagesInPartsArePutTogetherAndCounted() throws Exception {
    fuzz(PartsTarget.class, "parts");
  }

  private static void fuzz(Class<?> target, String name) throws Exception {
    long cases = new Campaign(target, name, SECONDS).run();
    System.out.printf("fuzz %s: %,d cases in %d s%n", name, cases, SECONDS);
    assertTrue(cases > 100, () -> "only " + cases + " cases");
  }
}
