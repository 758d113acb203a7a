package io.github.usermediaplug.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import org.junit.jupiter.api.Test;

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
