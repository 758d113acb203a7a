package io.github.usermediaplug.socket.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IncomingFramesTest {

  private static final byte[] PING = {(byte) 0x89, (byte) 0x80, 0, 0, 0, 0};
  private static final byte[] BINARY = {(byte) 0x82, (byte) 0x81, 0, 0, 0, 0, 9};

  private final IncomingFrames frames = new IncomingFrames();
  private final AtomicInteger floods = new AtomicInteger();

  IncomingFramesTest() {
    frames.whenFlooded(floods::incrementAndGet);
  }

  @Test
  void whoPingsAndReadsNoPongsIsHeardNoMore() {
    for (int i = 0; i < 400; i++) {
      assertTrue(read(PING));
      assertTrue(read(BINARY));
    }
    assertFalse(read(PING));
    assertFalse(read(BINARY));
    assertEquals(1, floods.get());
  }

  @Test
  void whosePongsGoOutMayPingForEver() {
    for (int i = 0; i < 100_000; i++) {
      assertTrue(read(PING));
      frames.ponged();
    }
    assertEquals(0, floods.get());
  }

  @Test
  void aPingCountsOnceWhereverItIsCut() {
    for (int i = 0; i < 400; i++) {
      for (int at = 0; at < PING.length; at++) {
        assertTrue(frames.read(PING, at, 1));
      }
    }
    assertFalse(read(PING));
  }

  @Test
  void manyFramesForTheirLengthAreSmall() {
    assertTrue(frames.areSmall());
    byte[] large = new byte[1000];
    large[0] = (byte) 0x82;
    large[1] = (byte) 0xFE;
    large[2] = 1000 >> 8;
    large[3] = (byte) (1000 & 0xff);
    assertTrue(read(large));
    assertFalse(frames.areSmall());
    assertTrue(read(new byte[8]));
    assertTrue(read(BINARY));
    assertTrue(frames.areSmall());
  }

  private boolean read(byte[] bytes) {
    return frames.read(bytes, 0, bytes.length);
  }
}
