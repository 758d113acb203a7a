package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Flood;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Paired;
import io.github.usermediaplug.it.client.Paired.Connected;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No thread of the server ever waits for a peer: were it otherwise, these receivers would hold all
 * of them.
 */
class StalledReceiversIT extends AgainstDefaults {
  private static final int STALLED = 40;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void nobodyElseNotices() {
    List<Paired> stalled = Stream.generate(exchange::pair).limit(STALLED).toList();
    List<Connected> healthy = Stream.generate(() -> exchange.pair().connect()).limit(4).toList();
    for (Paired pair : stalled) {
      SlowLink line = pair.alice().joinsSlowly(pair.toAlice());
      pair.bob().joinsSlowly(pair.toBob());
      Flood.into(line, pair.alice());
    }
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    do {
      assertTrue(System.nanoTime() < deadline, "not every stalled pair has ended");
      healthy.forEach(StalledReceiversIT::talk);
      exchange.stranger("newcomer").close();
    } while (!stalled.stream().allMatch(StalledReceiversIT::haveBeenTold));
    stalled.forEach(StalledReceiversIT::assertEndedForTheRightReason);
    healthy.forEach(StalledReceiversIT::talk);
  }

  private static void talk(Connected pair) {
    byte[] voice = new byte[4 << 10];
    for (int i = 0; i < 10; i++) {
      voice[0] = (byte) i;
      pair.alices().link().send(voice);
      assertArrayEquals(voice, pair.bobs().link().next().bytes());
      pair.bobs().link().send(voice);
      assertArrayEquals(voice, pair.alices().link().next().bytes());
    }
  }

  private static boolean haveBeenTold(Paired pair) {
    return hasBeenTold(pair.alice()) && hasBeenTold(pair.bob());
  }

  private static boolean hasBeenTold(User user) {
    return user.meta().unreadPushes().stream()
        .anyMatch(push -> Json.parse(push).getString("type").equals("unpair"));
  }

  private static void assertEndedForTheRightReason(Paired pair) {
    pair.alice().isTold("unpair", pair.bob(), "slow-consumer");
    pair.bob().isTold("unpair", pair.alice(), "slow-consumer");
  }
}
