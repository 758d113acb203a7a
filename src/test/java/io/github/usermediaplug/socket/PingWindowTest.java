package io.github.usermediaplug.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PingWindowTest {

  private final PingWindow window = new PingWindow(true);

  @Test
  void aClientThatAnswersIsNeverKeptWaiting() {
    for (int i = 0; i < 1000; i++) {
      window.sent(64 << 10).ifPresent(window::pong);
      assertFalse(window.isFull());
    }
  }

  @Test
  void aClientThatDoesNotGetsAWindowAndNoMoreUntilItDoes() {
    Deque<ByteBuffer> pings = new ArrayDeque<>();
    int messages = 0;
    while (!window.isFull()) {
      window.sent(64 << 10).ifPresent(pings::add);
      messages++;
    }
    assertEquals(2, messages);
    window.pong(pings.remove());
    assertFalse(window.isFull());
  }

  @Test
  void oneLargeMessageIsPingedByItself() {
    Optional<ByteBuffer> ping = window.sent(1 << 20);
    assertTrue(window.isFull());
    window.pong(ping.orElseThrow());
    assertFalse(window.isFull());
  }

  @Test
  void theLastPongAnswersForThoseBefore() {
    Deque<ByteBuffer> pings = new ArrayDeque<>();
    while (!window.isFull()) {
      window.sent(64 << 10).ifPresent(pings::add);
    }
    assertTrue(window.pong(pings.getLast()));
    assertEquals(0, window.held());
    assertFalse(window.pong(pings.getFirst()));
  }

  @Test
  void whoHasReadNoPingCannotAnswerIt() {
    for (int i = 0; i < 100; i++) {
      window.sent(1 << 10);
    }
    for (long guess = 0; guess <= 100 << 10; guess++) {
      assertFalse(window.pong(ByteBuffer.allocate(Long.BYTES).putLong(0, guess)));
    }
  }

  @Test
  void aPongThatAnswersNothingSaysNothing() {
    window.sent(2 << 20);
    window.pong(ByteBuffer.allocate(0));
    window.pong(ByteBuffer.allocate(Long.BYTES).putLong(0, Long.MAX_VALUE));
    assertTrue(window.isFull());
  }
}
