package io.github.usermediaplug.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.socket.Backlogs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InboxTest {

  private final Backlogs all = new Backlogs(100_000, 20_000);
  private final List<String> handled = new ArrayList<>();
  private final CompletableFuture<Void> disk = new CompletableFuture<>();
  private final Inbox inbox = inbox();
  private boolean ready = true;

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
    assertEquals(0, all.total().get());
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
    assertTrue(all.total().get() <= 100_000);
  }

  @Test
  void whatWaitsForAnEndedConnectionIsForgotten() {
    inbox.add(text("a"));
    inbox.add(text("b"));
    inbox.shut();
    assertEquals(0, all.total().get());
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

  private Inbox inbox() {
    return new Inbox(
        incoming -> {
          handled.add(incoming.text());
          return disk;
        },
        () -> ready,
        all);
  }

  private static Incoming text(String text) {
    return new Incoming(text, 0);
  }
}
