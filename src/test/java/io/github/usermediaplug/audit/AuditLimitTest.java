package io.github.usermediaplug.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.pair.Pair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AuditLimitTest {

  private long now = Long.MAX_VALUE - 1;
  private int pairs;
  private final AuditLimit limit = new AuditLimit(() -> now);

  @Test
  void soManyOfTwoUsersHaveALineAndTheRestIsCounted() {
    assertEquals(2 * AuditLimit.PAIRS, named("alice", "bob", 2 * AuditLimit.PAIRS));
    assertEquals(0, named("alice", "bob", 5));
    assertEquals(0, named("bob", "alice", 2));
    assertEquals(List.of(), limit.over());
    now += TimeUnit.MINUTES.toNanos(1);
    assertEquals(Set.of(unnamed("alice", 5), unnamed("bob", 2)), Set.copyOf(limit.over()));
    assertEquals(List.of(), limit.over());
    assertEquals(1, named("alice", "bob", 1));
  }

  /** Of 1,202 characters each, as the log escapes them: seven pairs in the price of one. */
  @Test
  void longNamesCountMore() {
    String one = "\uDB40\uDC01".repeat(120);
    String other = "\uDB40\uDC02".repeat(120);
    assertEquals(2 * (AuditLimit.PAIRS / 7), named(one, other, AuditLimit.PAIRS));
  }

  @Test
  void nobodyHidesAPairByUsingUpItsOwnLines() {
    named("mallory", "accomplice", 2 * AuditLimit.PAIRS);
    assertEquals(1, named("mallory", "victim", 1));
    assertEquals(1, named("victim", "mallory", 1));
  }

  @Test
  void nobodyHidesOthersPairsByUsingUpTheirLines() {
    named("mallory", "victim", 2 * AuditLimit.PAIRS);
    assertEquals(1, named("victim", "friend", 1));
    assertEquals(1, named("friend", "victim", 1));
  }

  @Test
  void whatOthersCallIsOnTheirOwnAccountFirst() {
    named("mallory", "victim", AuditLimit.PAIRS);
    named("mallory", "friend", 2);
    assertEquals(AuditLimit.PAIRS, named("victim", "mallory", AuditLimit.PAIRS));
  }

  @Test
  void eachPairThatHasNoLineIsCountedForOneOfTheTwo() {
    named("alice", "bob", 2 * AuditLimit.PAIRS);
    named("carol", "dave", 2 * AuditLimit.PAIRS);
    assertEquals(0, named("alice", "carol", 3));
    assertEquals(List.of(unnamed("alice", 3)), limit.all());
  }

  @Test
  void aPairHasBothLinesOrNone() {
    Pair first = pair("alice", "bob");
    assertTrue(limit.names(first));
    named("alice", "bob", 2 * AuditLimit.PAIRS - 1);
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
    named("alice", "bob", 2 * AuditLimit.PAIRS + 4);
    assertEquals(Set.of(unnamed("alice", 4)), Set.copyOf(limit.all()));
    assertEquals(List.of(), limit.all());
  }

  /** A name may cost nothing. */
  @Test
  void ofAllUsersTogetherSoManyHaveALine() {
    for (int i = 0; i < AuditLimit.PAIRS_OF_ALL; i++) {
      assertEquals(1, named("caller" + i, "callee" + i, 1));
    }
    assertEquals(0, named("alice", "bob", 3));
    now += TimeUnit.MINUTES.toNanos(1);
    assertEquals(List.of(new AuditLimit.Unnamed(Optional.empty(), 3)), limit.over());
    assertEquals(1, named("alice", "bob", 1));
    assertEquals(List.of(), limit.all());
  }

  private static AuditLimit.Unnamed unnamed(String user, int pairs) {
    return new AuditLimit.Unnamed(Optional.of(user), pairs);
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
