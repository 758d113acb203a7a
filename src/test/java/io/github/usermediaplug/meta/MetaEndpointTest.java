package io.github.usermediaplug.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.limit.Crowd;
import io.github.usermediaplug.socket.FakeSession;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What containers do to an endpoint whose opening is not over, or has failed. */
class MetaEndpointTest {

  private final Threads threads = new Threads();
  private final FakeSession client = new FakeSession();

  @BeforeEach
  void open() {
    threads.open();
  }

  @AfterEach
  void stop() {
    threads.stop();
  }

  @Test
  void aConnectionThatEndsWhileItIsLetInIsNotKept() {
    var door =
        new Door() {
          private MetaEndpoint endpoint;

          @Override
          MetaConnection admit(Session session) {
            MetaConnection admitted = super.admit(session);
            endpoint.close();
            return admitted;
          }
        };
    door.open();
    door.endpoint = new MetaEndpoint(() -> door);
    door.endpoint.open(client.session);
    assertTrue(door.isEmpty());
  }

  @Test
  void oneThatTheDoorFailsForIsClosedAndWhatItSaysIsPassedOver() throws Exception {
    MetaEndpoint endpoint =
        new MetaEndpoint(
            () -> {
              throw new IllegalStateException("no such bean");
            });
    assertThrows(IllegalStateException.class, () -> endpoint.open(client.session));
    assertEquals(1011, client.closed.get(10, TimeUnit.SECONDS).getCloseCode().getCode());
    endpoint.text("{\"type\":\"whoami\",\"user\":\"a\"}", true);
    endpoint.binary(ByteBuffer.allocate(1), true);
    endpoint.pong(() -> ByteBuffer.allocate(1));
    endpoint.close();
  }

  @Test
  void oneWhoseHandshakeNobodyLookedAtIsClosedAndNotHeard() throws Exception {
    client.completesAtOnce = true;
    Door door = new Door();
    door.open();
    MetaEndpoint endpoint = new MetaEndpoint(() -> door);
    endpoint.open(client.session);
    endpoint.text("{\"type\":\"nonsense\"}", true);
    assertEquals(
        "this page, or this name of the server, may not connect",
        client.closed.get(10, TimeUnit.SECONDS).getReasonPhrase());
    assertEquals(List.of(), client.sent);
  }

  private class Door extends MetaDoor {
    Door() {
      this(Settings.of(Map.of()));
    }

    private Door(Configuration configuration) {
      super(
          new Exchange(),
          MetaEndpointTest.this.threads,
          new Nobody(),
          null,
          configuration,
          new Crowd(configuration));
    }
  }

  /** Who never said who it is need not be taken leave of. */
  private static final class Nobody extends Reception {
    Nobody() {
      super(null, null, null, null, null, null, null);
    }

    @Override
    void disconnected(MetaConnection connection) {}
  }
}
