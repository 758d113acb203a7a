package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who has as many peers as are allowed may ask for them as often as anybody. */
class LongReplyIT extends AgainstDefaults {

  @Test
  void manyLongRepliesInARowAllCome() {
    var alice = exchange.invisible("alice");
    for (int i = 0; i < 5; i++) {
      int hundreds = i * 1000;
      List<String> peers =
          IntStream.range(0, 1000).mapToObj(n -> "%050d".formatted(hundreds + n)).toList();
      alice.addsPeers(peers).ok();
    }
    for (int i = 0; i < 40; i++) {
      alice.meta().send(alice.message("peers", "tx", i));
    }
    for (int i = 0; i < 40; i++) {
      assertEquals(5000, alice.meta().reply().ok().json().getJsonArray("peers").size());
    }
  }
}
