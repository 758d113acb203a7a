package io.github.usermediaplug.socket.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameMeterTest {

  private final FrameMeter meter = new FrameMeter();

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "1, true",
    "125, true",
    "126, true",
    "65535, true",
    "65536, true",
    "0, false",
    "125, false",
    "126, false",
    "65536, false"
  })
  void aFrameIsUnfinishedUntilItsLastByte(int length, boolean masked) {
    byte[] frame = frame(length, masked);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < frame.length - 1; i++) {
        meter.read(frame, i, 1);
        assertEquals(i + 1, meter.unfinished());
      }
      meter.read(frame, frame.length - 1, 1);
      assertEquals(0, meter.unfinished());
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void whereverReadsAreCutTheFramesAreTheSame(int seed) {
    Random random = new Random(seed);
    ByteBuffer stream = ByteBuffer.allocate(1 << 20);
    for (int i = 0; i < 20; i++) {
      stream.put(frame(random.nextInt(20_000), random.nextBoolean()));
    }
    byte[] begun = frame(500, true);
    stream.put(begun, 0, 300).flip();
    byte[] bytes = new byte[stream.remaining()];
    stream.get(bytes);
    for (int at = 0; at < bytes.length; ) {
      int part = Math.min(bytes.length - at, 1 + random.nextInt(5_000));
      meter.read(bytes, at, part);
      at += part;
    }
    assertEquals(300, meter.unfinished());
    assertEquals(20, meter.frames());
  }

  private static byte[] frame(int length, boolean masked) {
    ByteBuffer frame = ByteBuffer.allocate(14 + length).put((byte) 0x82);
    int mask = masked ? 0x80 : 0;
    if (length < 126) {
      frame.put((byte) (mask | length));
    } else if (length < 1 << 16) {
      frame.put((byte) (mask | 126)).putShort((short) length);
    } else {
      frame.put((byte) (mask | 127)).putLong(length);
    }
    if (masked) {
      frame.putInt(-1);
    }
    byte[] whole = new byte[frame.position() + length];
    System.arraycopy(frame.array(), 0, whole, 0, frame.position());
    return whole;
  }
}
