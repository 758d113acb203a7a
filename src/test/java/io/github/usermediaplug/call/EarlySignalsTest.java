package io.github.usermediaplug.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EarlySignalsTest {

  private long seconds;
  private final EarlySignals signals = new EarlySignals(() -> TimeUnit.SECONDS.toNanos(seconds));

  @Test
  void whatWasSignalledCountsForTheNextCall() {
    assertEquals(10, signalsAndEnds("ada", "bob", 10, 1));
    assertEquals(54, signalsAndEnds("ada", "bob", 1000, 1));
    assertEquals(0, signalsAndEnds("ada", "bob", 1000, 1));
  }

  @Test
  void eachSecondMakesUpForOneAndForItsBytes() {
    assertEquals(64, signalsAndEnds("ada", "bob", 1000, 1));
    seconds += 5;
    assertEquals(5, signalsAndEnds("ada", "bob", 1000, 1));
    seconds += 64;
    assertEquals(4, signalsAndEnds("ada", "bob", 1000, 64 << 10));
    seconds += 16;
    assertEquals(1, signalsAndEnds("ada", "bob", 1000, 64 << 10));
  }

  @Test
  void eachTwoHaveTheirOwnEachWay() {
    signalsAndEnds("ada", "bob", 1000, 1);
    assertEquals(64, signalsAndEnds("bob", "ada", 1000, 1));
    assertEquals(64, signalsAndEnds("ada", "carol", 1000, 1));
    assertEquals(64, signalsAndEnds("carol", "bob", 1000, 1));
  }

  @Test
  void whatCountsNoMoreIsForgotten() {
    signalsAndEnds("ada", "bob", 1, 1);
    signalsAndEnds("ada", "carol", 0, 1);
    assertEquals(1, signals.size());
    seconds += 63;
    signalsAndEnds("bob", "carol", 1, 1);
    signals.sweep();
    assertEquals(2, signals.size());
    seconds += 1;
    signals.sweep();
    assertEquals(1, signals.size());
  }

  @Test
  void ofTooManyTheEldestAreForgotten() {
    for (int i = 0; i < EarlySignals.MOST + 1; i++) {
      signalsAndEnds("ada", "peer " + i, 64, 1);
    }
    assertEquals(EarlySignals.MOST, signals.size());
    assertEquals(64, signalsAndEnds("ada", "peer 0", 1000, 1));
    assertEquals(0, signalsAndEnds("ada", "peer " + EarlySignals.MOST, 1000, 1));
  }

  /** In one call, which is not accepted; gives how many were let through. */
  private int signalsAndEnds(String from, String to, int wanted, int size) {
    SignalLimit limit = signals.begin(from, to);
    int sent = 0;
    while (sent < wanted && limit.admits(size)) {
      limit.add(size);
      sent++;
    }
    signals.end(from, to, limit);
    return sent;
  }
}
