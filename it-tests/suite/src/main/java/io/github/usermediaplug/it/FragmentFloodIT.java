package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Bystanders;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A message in millions of fragments without content. On WildFly, where a few threads parse the
 * frames of all connections: elsewhere each connection has a thread for its own.
 */
@EnabledIfSystemProperty(named = "jboss.home", matches = ".+")
class FragmentFloodIT extends AgainstDefaults {
  private static final int TEXT = 0x01;
  private static final byte[] EMPTY_FRAGMENT = {0x00, (byte) 0x80, 0, 0, 0, 0};
  private static final int AT_ONCE = 1_000;

  /** Of so many fragments each; more than the buffers of a socket take. */
  private static final int WRITES = 5_000;

  @Test
  void itIsReadSlowly() throws IOException {
    Bystanders bystanders = Bystanders.at(exchange, root());
    String name = Exchange.fresh("fragments");
    SlowLink line = exchange.slowMeta(name);
    line.send(Json.of("type", "whoami", "user", name).toString());
    assertTrue(Json.parse(line.read().text()).getBoolean("ok"));
    AtomicInteger written = new AtomicInteger();
    flood(line, written);
    int before;
    do {
      before = written.get();
      bystanders.goOn();
    } while (written.get() > before);
    assertTrue(written.get() < WRITES, "all of it has been read");
    line.cut();
    bystanders.goOn();
  }

  private static void flood(SlowLink line, AtomicInteger written) throws IOException {
    line.frame(TEXT, new byte[0]);
    ByteBuffer some = ByteBuffer.allocate(AT_ONCE * EMPTY_FRAGMENT.length);
    while (some.hasRemaining()) {
      some.put(EMPTY_FRAGMENT);
    }
    Thread thread =
        new Thread(
            () -> {
              try {
                while (written.get() < WRITES) {
                  line.raw(some.array());
                  written.incrementAndGet();
                }
              } catch (IOException cut) {
                // At the end of the test.
              }
            },
            "fragments");
    thread.setDaemon(true);
    thread.start();
  }
}
