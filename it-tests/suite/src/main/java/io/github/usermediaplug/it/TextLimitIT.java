package io.github.usermediaplug.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.io.IOException;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a message on /meta may be. */
class TextLimitIT extends AgainstDefaults {
  private static final int LIMIT = 64 << 10;

  @Test
  void aTextMayHave64KiB() {
    User alice = exchange.user("alice");
    alice.meta().ask(padded(alice, LIMIT, "x")).ok();
  }

  @Test
  void aLongerOneClosesTheLineAsTooBig() {
    User alice = exchange.user("alice");
    alice.meta().send(padded(alice, LIMIT + 1, "x"));
    alice.meta().isClosedWith(1009);
  }

  @Test
  void bytesCountNotCharacters() {
    User alice = exchange.user("alice");
    alice.meta().ask(padded(alice, LIMIT, "€")).ok();
    alice.meta().send(padded(alice, LIMIT + 1, "€"));
    alice.meta().isClosedWith(1009);
  }

  @Test
  void framesAreAddedUp() {
    User alice = exchange.user("alice");
    alice.meta().link().sendInFrames(padded(alice, LIMIT, "x"), 1000);
    alice.meta().reply().ok();
    alice.meta().link().sendInFrames(padded(alice, LIMIT + 1, "x"), 1000);
    alice.meta().isClosedWith(1009);
  }

  @ParameterizedTest
  @ValueSource(ints = {LIMIT, LIMIT + 1})
  void aFrameThatComesInManyReadsIsAddedUpToo(int bytes) throws IOException {
    User alice = exchange.user("alice");
    SlowLink line = exchange.slowMeta(alice.name());
    byte[] text = padded(alice, bytes, "€").getBytes(UTF_8);
    line.raw(ByteBuffer.allocate(14).put((byte) 0x81).put((byte) 0xFF).putLong(bytes).array());
    try {
      for (int from = 0; from < bytes; from += 1000) {
        line.raw(Arrays.copyOfRange(text, from, Math.min(bytes, from + 1000)));
      }
    } catch (SocketException closedMeanwhile) {
      assertEquals(LIMIT + 1, bytes, closedMeanwhile::toString);
    }
    if (bytes == LIMIT) {
      assertTrue(line.read().text().contains("not-identified"));
    } else {
      assertEquals(1009, line.awaitClose());
    }
  }

  @Test
  void itHoldsBeforeWhoamiToo() {
    User alice = exchange.user("alice");
    var meta = alice.opensAnotherLine();
    meta.send(padded(alice, LIMIT + 1, "x"));
    meta.isClosedWith(1009);
  }

  /** A message of exactly so many bytes in UTF-8. */
  private static String padded(User user, int bytes, String filler) {
    int room = bytes - user.message("peers", "tx", 1, "x", "").toString().length();
    int each = filler.getBytes(UTF_8).length;
    String padding = filler.repeat(room / each) + "x".repeat(room % each);
    return user.message("peers", "tx", 1, "x", padding).toString();
  }
}
