package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Flood;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Media;
import io.github.usermediaplug.it.client.Message;
import io.github.usermediaplug.it.deployment.AgainstShortTimes;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A receiver that takes nothing ends its own pair, and nothing else. */
class SlowConsumerIT extends AgainstShortTimes {
  private static final int MESSAGE = 64 << 10;

  /** Less than the server keeps for one direction, which is 4 MiB. */
  private static final int WITHIN_THE_BACKLOG = 48;

  @Test
  void theStallEndsThePairForBoth() {
    var pair = exchange.pair();
    var flooding = pair.alice().joinsSlowly(pair.toAlice());
    pair.bob().joinsSlowly(pair.toBob());
    Flood.into(flooding, pair.alice());
    pair.alice().isTold("unpair", pair.bob(), "slow-consumer");
    pair.bob().isTold("unpair", pair.alice(), "slow-consumer");
    pair.alice().unpairs(pair.bob()).refused("not-paired");
  }

  @Test
  void theOtherPairsOfBothGoOn() {
    var pair = exchange.pair();
    var others = exchange.pair(pair.alice(), exchange.user("carol")).connect();
    var flooding = pair.alice().joinsSlowly(pair.toAlice());
    pair.bob().joinsSlowly(pair.toBob());
    Flood.into(flooding, pair.alice());
    pair.bob().isTold("unpair", pair.alice(), "slow-consumer");
    others.alices().link().send("still here");
    assertEquals("still here", others.bobs().link().next().text());
  }

  @Test
  void theyMayPairAnew() {
    var pair = exchange.pair();
    var flooding = pair.alice().joinsSlowly(pair.toAlice());
    pair.bob().joinsSlowly(pair.toBob());
    Flood.into(flooding, pair.alice());
    pair.alice().isTold("unpair", pair.bob(), "slow-consumer");
    pair.bob().isTold("unpair", pair.alice(), "slow-consumer");
    exchange.pair(pair.bob(), pair.alice()).connect();
  }

  @Test
  void aReceiverThatReadsLateLosesNothing() throws IOException {
    var pair = exchange.pair();
    var bobs = pair.bob().joinsSlowly(pair.toBob());
    Media alices = pair.alice().joins(pair.toAlice());
    alices.paired();
    for (int i = 0; i < WITHIN_THE_BACKLOG; i++) {
      alices.link().send(numbered(i));
    }
    assertEquals("pair", Json.parse(bobs.read().text()).getString("type"));
    for (int i = 0; i < WITHIN_THE_BACKLOG; i++) {
      assertEquals(Message.binary(numbered(i)).digest(), bobs.read().digest());
    }
  }

  private static byte[] numbered(int number) {
    byte[] bytes = new byte[MESSAGE];
    bytes[0] = (byte) number;
    return bytes;
  }
}
