package io.github.usermediaplug.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnfinishedRequestsTest {
  private static final long TIME = 10;

  private long now = Long.MAX_VALUE; // wraps around
  private final UnfinishedRequests<String> requests = new UnfinishedRequests<>(() -> now);

  @Test
  void theEldestOfTheAddressThatHasMostGoes() {
    opened("a1", "b1", "b2", "a2", "b3");
    assertGoes("b1", "a1", "b2", "a2", "b3");
  }

  @Test
  void whatWasReadInPartKeepsItsTurn() {
    opened("a1", "a2");
    requests.received("a1");
    requests.isStillAwaited("a1");
    assertGoes("a1", "a2");
  }

  @Test
  void whoseRequestWasAnsweredIsTheYoungestAgain() {
    opened("a1", "a2");
    requests.received("a1");
    requests.nextIsAwaited("a1");
    assertGoes("a2", "a1");
  }

  @Test
  void whatTheServerHasNotLookedAtDoesNotGo() {
    opened("a1");
    requests.received("a1");
    requests.received("a1");
    requests.isStillAwaited("a1");
    now += 2 * TIME;
    assertGoes();
    assertEquals(List.of(), requests.longerThan(TIME));
    requests.isStillAwaited("a1");
    assertEquals(List.of("a1"), requests.longerThan(TIME));
    assertGoes("a1");
  }

  @Test
  void anUpgradedConnectionDoesNotGo() {
    opened("a1");
    requests.received("a1");
    requests.forget("a1");
    requests.isStillAwaited("a1");
    requests.nextIsAwaited("a1");
    now += 2 * TIME;
    assertEquals(List.of(), requests.longerThan(TIME));
    assertGoes();
  }

  @Test
  void aByteDoesNotMakeTheTimeLongerAndAResponseDoes() {
    opened("a1", "a2");
    now += TIME - 1;
    for (String connection : List.of("a1", "a2")) {
      requests.received(connection);
    }
    requests.isStillAwaited("a1");
    requests.nextIsAwaited("a2");
    assertEquals(List.of("a1"), requests.longerThan(TIME));
    now += TIME;
    assertEquals(List.of("a1"), requests.longerThan(TIME));
    now++;
    assertEquals(List.of("a1", "a2"), requests.longerThan(TIME));
  }

  private void opened(String... connections) {
    for (String connection : connections) {
      requests.opened(connection, connection.charAt(0));
      now++;
    }
  }

  private void assertGoes(String... inTurn) {
    for (String each : inTurn) {
      assertEquals(Optional.of(each), requests.eldestOfTheMost());
      requests.forget(each);
    }
    assertEquals(Optional.empty(), requests.eldestOfTheMost());
  }
}
