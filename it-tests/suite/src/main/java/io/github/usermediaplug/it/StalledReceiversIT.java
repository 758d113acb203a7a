package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Flood;
import io.github.usermediaplug.it.client.Paired.Connected;
import io.github.usermediaplug.it.client.Stalled;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import io.github.usermediaplug.it.server.Awaited;
import io.github.usermediaplug.it.server.RunningServer;
import io.github.usermediaplug.it.server.WatchedHeap;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No thread of the server ever waits for a peer: were it otherwise, these receivers would hold all
 * of them. And what waits for them is bounded, however many they are.
 */
class StalledReceiversIT extends OnTheLine {
  private static final String DEFAULTS = "user-media-plug";
  private static final String LASTING = "lasting-stalls";
  private static final int MANY = 210;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** 256 KiB: of 210 receivers 53 MiB, which they may all have waiting. */
  private static final int WITHIN_BOUNDS = 4;

  /** They answer no ping either; where the machine is slow, that would be what ends some. */
  @Deployment(name = DEFAULTS, testable = false)
  public static WebArchive product() {
    return Product.at(DEFAULTS).with("ping-interval", "10m").war();
  }

  @Deployment(name = LASTING, testable = false)
  public static WebArchive patient() {
    return Product.at(LASTING).with("stall-timeout", "10m").with("ping-interval", "10m").war();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, MANY})
  @OperateOnDeployment(DEFAULTS)
  void nobodyElseNotices(int howMany) {
    List<Connected> healthy = Stream.generate(() -> exchange.pair().connect()).limit(4).toList();
    List<Stalled> stalled = stalled(howMany);
    RunningServer server = RunningServer.underTest();
    long bound = howMany < MANY ? bound(server) : server.maxHeap();
    try (WatchedHeap heap = new WatchedHeap(server)) {
      stalled.forEach(Stalled::flood);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      do {
        assertTrue(System.nanoTime() < deadline, "not every stalled pair has ended");
        othersWork(healthy);
      } while (!stalled.stream().allMatch(Stalled::isOver));
      heap.neverExceeded(bound);
    }
    stalled.forEach(Stalled::endedForTheRightReason);
    othersWork(healthy);
  }

  /** All at the same time, which none leaves: no server has to end a pair that says no more. */
  @Test
  @OperateOnDeployment(LASTING)
  void othersWorkWhileAllAreStalledAndAfterwards() {
    List<Connected> healthy = Stream.generate(() -> exchange.pair().connect()).limit(4).toList();
    List<Stalled> stalled = stalled(MANY);
    RunningServer server = RunningServer.underTest();
    long bound = bound(server);
    try (WatchedHeap heap = new WatchedHeap(server)) {
      List<Flood> floods = stalled.stream().map(pair -> pair.flood(WITHIN_BOUNDS)).toList();
      Awaited.until("a standstill", () -> sentBy(floods), sent -> standStill(sent, floods));
      othersWork(healthy);
      heap.neverExceeded(bound);
    }
    stalled.forEach(Stalled::hangUp);
    othersWork(healthy);
  }

  /**
   * What may live on the heap, given what does now: the quarter of it that is promised, and another
   * for what containers hold. Payara keeps each message out up to three times, and yet while its
   * line is being closed; and it reads ahead, up to 3 MiB of a sender that floods. Of 210 of those
   * that is more than any bound of ours: there the server's log must not tell of memory that ran
   * out, see {@code ServerLogCheck}.
   */
  private static long bound(RunningServer server) {
    return server.liveBytes() + server.maxHeap() / 2;
  }

  private List<Stalled> stalled(int howMany) {
    return Stream.generate(() -> Stalled.in(exchange)).limit(howMany).toList();
  }

  private void othersWork(List<Connected> healthy) {
    healthy.forEach(Connected::talk);
    Connected fresh = exchange.pair().connect();
    fresh.talk();
    fresh.alice().unpairs(fresh.bob()).ok();
    fresh.alices().isClosedWith(1000);
    fresh.bobs().isClosedWith(1000);
    Stream.of(fresh.alice(), fresh.bob(), exchange.user("newcomer")).forEach(user -> user.close());
  }

  private static boolean standStill(List<Long> sent, List<Flood> floods) {
    return !sent.contains(0L) && sent.equals(sentBy(floods));
  }

  private static List<Long> sentBy(List<Flood> floods) {
    return floods.stream().map(Flood::sent).toList();
  }
}
