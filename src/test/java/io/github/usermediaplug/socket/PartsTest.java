package io.github.usermediaplug.socket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PartsTest {

  @Test
  void aTextIsCountedInBytesWhereverItIsCut() {
    String text = "aé€😀";
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    for (int cut = 0; cut <= text.length(); cut++) {
      TextParts parts = new TextParts(bytes);
      assertTrue(parts.add(text.substring(0, cut)));
      assertTrue(parts.add(text.substring(cut)));
      assertEquals(new Frame.Text(text, bytes), parts.take());
    }
  }

  @Test
  void aTextIsRefusedAsSoonAsItIsTooLong() {
    TextParts parts = new TextParts(4);
    assertTrue(parts.add("é"));
    assertTrue(parts.add("é"));
    assertFalse(parts.add("x"));
  }

  @Test
  void eachMessageStartsAnew() {
    TextParts parts = new TextParts(3);
    assertTrue(parts.add("abc"));
    parts.take();
    assertTrue(parts.add("def"));
    assertEquals("def", parts.take().text());
    assertEquals("", parts.take().text());
  }

  @Test
  void aBinaryIsCopiedOutOfTheContainersBuffer() {
    BinaryParts parts = new BinaryParts(4);
    byte[] reused = {1, 2};
    assertTrue(parts.add(ByteBuffer.wrap(reused), false));
    reused[0] = 9;
    assertTrue(parts.add(ByteBuffer.wrap(reused), false));
    assertFalse(parts.add(ByteBuffer.wrap(reused), false));
  }

  @Test
  void partsOfABinaryAreJoinedInOrder() {
    BinaryParts parts = new BinaryParts(10);
    for (byte b = 0; b < 5; b++) {
      assertTrue(parts.add(ByteBuffer.wrap(new byte[] {b}), b == 4));
    }
    assertArrayEquals(new byte[] {0, 1, 2, 3, 4}, parts.take().data());
    assertEquals(0, parts.take().bytes());
  }

  @Test
  void roomIsMadeForAMessageLikeTheOneBefore() {
    BinaryParts parts = new BinaryParts(100);
    ByteBuffer part = ByteBuffer.wrap(new byte[10]);
    parts.add(part.duplicate(), false);
    parts.add(part.duplicate(), false);
    parts.add(part.duplicate(), true);
    assertEquals(30, parts.take().bytes());
    parts.add(part.duplicate(), false);
    assertEquals(30, parts.memory());
    parts.add(part.duplicate(), true);
    assertEquals(20, parts.take().bytes());
  }

  @Test
  void aSmallPartTakesLittleWhateverCameBefore() {
    BinaryParts parts = new BinaryParts(1 << 20);
    parts.add(ByteBuffer.allocate(1 << 20), true);
    parts.take();
    parts.add(ByteBuffer.allocate(1), false);
    assertEquals(8, parts.memory());
  }
}
