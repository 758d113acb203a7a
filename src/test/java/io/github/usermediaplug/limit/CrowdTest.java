package io.github.usermediaplug.limit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.socket.FakeSession;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrowdTest {

  private static final String ADDRESS = "192.0.2.7";

  private final Crowd crowd = new Crowd(Settings.of(Map.of("connections-per-address", "1")));

  @Test
  void whoCannotEvenBeTurnedAwayIsNotCounted() {
    Guest first = enter();
    assertThrows(OutOfMemoryError.class, () -> enter());
    assertTrue(crowd.isFull(ADDRESS));
    first.gone();
    assertFalse(crowd.isFull(ADDRESS));
  }

  private Guest enter() {
    FakeSession client = new FakeSession();
    CallerAddress.remember(ADDRESS);
    CallerAddress.keepIn(client.properties);
    CallerAddress.forget();
    return crowd.enter(
        client.session,
        reason -> {
          throw new OutOfMemoryError("no more threads");
        });
  }
}
