package io.github.usermediaplug.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.socket.MemoryBudget;
import io.github.usermediaplug.socket.MemoryOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InboxTest {

  private final MemoryBudget all = new MemoryBudget(100_000, 20_000, owner -> {});
  private final List<String> handled = new ArrayList<>();
  private final CompletableFuture<Void> disk = new CompletableFuture<>();
  private final CompletableFuture<Void> paid = new CompletableFuture<>();
  private final Inbox inbox = inbox();
  private final Inbox inDebt = inbox(paid);
  private boolean ready = true;
  private int users;

  @Test
  void oneWaitsForTheOtherAndTheOrderStays() {
    inbox.add(text("a"));
    inbox.add(text("b"));
    inbox.add(text("c"));
    assertEquals(List.of("a"), handled);
    assertFalse(inbox.isIdle());
    disk.complete(null);
    assertEquals(List.of("a", "b", "c"), handled);
    assertTrue(inbox.isIdle());
    assertEquals(0, all.used());
  }

  @Test
  void oneInboxHoldsSoMuch() {
    inbox.add(text("a"));
    assertTrue(inbox.add(text("x".repeat(10_000))));
    assertFalse(inbox.add(text("x".repeat(10_000))));
    assertTrue(inbox.add(text("x".repeat(9_000))));
  }

  @Test
  void allTogetherHoldSoMuch() {
    for (int i = 0; i < 100; i++) {
      Inbox each = inbox();
      each.add(text("a"));
      while (each.add(text("x".repeat(1_000)))) {
        // As much as it gets.
      }
    }
    assertTrue(all.used() <= 100_000);
  }

  @Test
  void theOneThatHoldsMostForLongestMakesRoomForANewcomer() {
    List<Inbox> full = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Inbox each = inbox();
      each.add(text("a"));
      each.add(text("x".repeat(10_000)));
      full.add(each);
    }
    Inbox newcomer = inbox();
    newcomer.add(text("a"));
    assertTrue(newcomer.add(text("x".repeat(15_000))));
    assertTrue(newcomer.add(text("x")), "it goes on");
    assertTrue(full.stream().anyMatch(each -> !each.add(text("x"))), "one has made room");
  }

  @Test
  void whatWaitsForAnEndedConnectionIsForgotten() {
    inbox.add(text("a"));
    inbox.add(text("b"));
    inbox.shut();
    assertEquals(0, all.used());
    assertFalse(inbox.add(text("c")));
    disk.complete(null);
    assertEquals(List.of("a"), handled);
  }

  @Test
  void whatTheClientIsNotReadyForIsHandledOnceItHasRead() {
    disk.complete(null);
    ready = false;
    inbox.add(text("a"));
    inbox.replied();
    assertEquals(List.of(), handled);
    ready = true;
    inbox.replied();
    assertEquals(List.of("a"), handled);
  }

  @Test
  void whatIsBeingHandledTakesMemory() {
    Incoming large = text("x".repeat(10_000));
    inbox.add(large);
    assertEquals(large.cost(), all.used());
    disk.complete(null);
    assertEquals(0, all.used());
  }

  @Test
  void whatIsNotDueYetTakesMemory() {
    Incoming large = text("x".repeat(10_000));
    inDebt.add(large);
    assertEquals(List.of(), handled);
    assertEquals(large.cost(), all.used());
    disk.complete(null);
    paid.complete(null);
    assertEquals(List.of(large.text()), handled);
    assertEquals(0, all.used());
  }

  @Test
  void anEndedConnectionWaitsForNoDebt() {
    inDebt.add(text("a"));
    inDebt.shut();
    assertTrue(paid.isCancelled());
    assertEquals(0, all.used());
    assertEquals(List.of(), handled);
  }

  /** The server does not wait for a debt before it stops. */
  @Test
  void whoIsInDebtIsNotBusy() {
    inDebt.add(text("a"));
    inDebt.add(text("b"));
    assertTrue(inDebt.isIdle());
    paid.complete(null);
    assertFalse(inDebt.isIdle());
    disk.complete(null);
    assertTrue(inDebt.isIdle());
    assertEquals(List.of("a", "b"), handled);
  }

  private Inbox inbox() {
    return inbox(CompletableFuture.completedFuture(null));
  }

  private Inbox inbox(CompletableFuture<Void> due) {
    AtomicReference<Inbox> made = new AtomicReference<>();
    Inbox inbox =
        new Inbox(
            incoming -> due,
            incoming -> {
              handled.add(incoming.text());
              return disk;
            },
            () -> ready,
            all.share(MemoryOwner.user("user " + users++), () -> made.get().shut()));
    made.set(inbox);
    return inbox;
  }

  private static Incoming text(String text) {
    return new Incoming(text, 0);
  }
}
