package io.github.usermediaplug.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.socket.FakeSession;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void ofTooManyStrangersOneGoesOfTheAddressThatHasMost() {
    Crowd small = new Crowd(Settings.of(Map.of("unidentified-connections", "4")));
    List<String> gone = new ArrayList<>();
    Guest honest = enter(small, "192.0.2.1", gone);
    for (int i = 0; i < 20; i++) {
      enter(small, "192.0.2.2", gone);
    }
    enter(small, "192.0.2.3", gone);
    assertEquals(List.of("192.0.2.2"), gone.stream().distinct().toList());
    honest.known();
    honest.gone();
    gone.clear();
    enter(small, "192.0.2.4", gone);
    assertEquals(List.of(), gone, "those who are known or gone take no place");
  }

  @Test
  void ofAsManyStrangersEachTheEldestGoes() {
    Crowd small = new Crowd(Settings.of(Map.of("unidentified-connections", "2")));
    List<String> gone = new ArrayList<>();
    enter(small, "192.0.2.1", gone);
    enter(small, "192.0.2.2", gone);
    enter(small, "192.0.2.3", gone);
    assertEquals(List.of("192.0.2.1"), gone);
  }

  private static Guest enter(Crowd crowd, String address, List<String> gone) {
    FakeSession client = new FakeSession();
    CallerAddress.remember(address);
    CallerAddress.keepIn(client.properties);
    CallerAddress.forget();
    return crowd.enter(client.session, reason -> gone.add(address));
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
