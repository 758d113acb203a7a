package io.github.usermediaplug.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.pair.Pair;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AuditLimitTest {

  private long now = Long.MAX_VALUE - 1;
  private int pairs;
  private final AuditLimit limit = new AuditLimit(() -> now);

  @Test
  void soManyOfAUserHaveALineAndTheRestIsCounted() {
    assertEquals(AuditLimit.PAIRS, named("alice", "bob", AuditLimit.PAIRS));
    assertEquals(0, named("alice", "carol", 5));
    assertEquals(0, named("dave", "alice", 2));
    assertEquals(1, named("dave", "carol", 1));
    assertEquals(List.of(), limit.over());
    now += TimeUnit.MINUTES.toNanos(1);
    assertEquals(List.of(new AuditLimit.Unnamed("alice", 7)), limit.over());
    assertEquals(List.of(), limit.over());
    assertEquals(1, named("alice", "bob", 1));
  }

  @Test
  void eachPairThatHasNoLineIsCountedForOneOfTheTwo() {
    named("alice", "bob", AuditLimit.PAIRS);
    named("carol", "dave", AuditLimit.PAIRS);
    assertEquals(0, named("alice", "carol", 3));
    assertEquals(List.of(new AuditLimit.Unnamed("alice", 3)), limit.all());
  }

  @Test
  void aPairHasBothLinesOrNone() {
    Pair first = pair("alice", "bob");
    assertTrue(limit.names(first));
    named("alice", "bob", AuditLimit.PAIRS - 1);
    Pair last = pair("alice", "bob");
    assertFalse(limit.names(last));
    now += TimeUnit.HOURS.toNanos(1);
    limit.over();
    assertTrue(limit.named(first));
    assertFalse(limit.named(last));
    assertFalse(limit.named(first));
  }

  @Test
  void whatWasNotToldYetIsToldAtTheEnd() {
    named("alice", "bob", AuditLimit.PAIRS + 4);
    assertEquals(Set.of(new AuditLimit.Unnamed("alice", 4)), Set.copyOf(limit.all()));
    assertEquals(List.of(), limit.all());
  }

  private int named(String caller, String callee, int times) {
    int named = 0;
    for (int i = 0; i < times; i++) {
      named += limit.names(pair(caller, callee)) ? 1 : 0;
    }
    return named;
  }

  private Pair pair(String caller, String callee) {
    return new Pair(Integer.toString(pairs++), caller, callee, Instant.EPOCH);
  }
}
