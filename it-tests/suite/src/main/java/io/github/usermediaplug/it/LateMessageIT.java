package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.io.EOFException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a client says on a line that the server has closed changes nothing. */
class LateMessageIT extends AgainstDefaults {

  @Test
  void aWhoamiBehindTheCloseTakesNoName() throws Exception {
    String name = Exchange.fresh("victim");
    for (int i : IntStream.range(0, 20).toArray()) {
      var line = exchange.slowMeta("late " + i);
      line.send(new byte[] {1});
      assertThrows(EOFException.class, line::read);
      line.send("{\"type\":\"whoami\",\"user\":\"%s\"}".formatted(name));
      line.cut();
    }
    exchange.identified(name);
  }
}
