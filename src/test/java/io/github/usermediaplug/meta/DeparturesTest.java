package io.github.usermediaplug.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.exchange.Threads;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be spent is ten messages at once and one a second: what is beyond waits for seconds. */
@Timeout(60)
class DeparturesTest {

  private static final String ALICE = "alice";
  private static final String WITNESS = "peer0";
  private static final String BUSY = "{\"type\":\"status\",\"user\":\"alice\",\"status\":\"busy\"}";
  private static final String GONE =
      "{\"type\":\"status\",\"user\":\"alice\",\"status\":\"offline\"}";

  private final Threads threads = new Threads();
  private Rooms rooms;
  private MetaConnection witness;

  @AfterEach
  void stop() {
    threads.stop();
  }

  /** Telling costs nine. */
  @ParameterizedTest(name = "hidden: {0}")
  @ValueSource(booleans = {false, true})
  void whoComesAndGoesTellsNoMoreThanItsBudgetAllows(boolean hidden) {
    open(hidden ? 50 : 100, hidden);
    for (int i = 0; i < 20; i++) {
      arrive(ALICE).closed();
    }
    assertEquals(List.of(GONE), told());
  }

  /** Telling costs 19, so that it takes nine seconds until that is paid. */
  @ParameterizedTest(name = "hidden: {0}")
  @ValueSource(booleans = {false, true})
  void whoIsBackBeforeThatIsPaidHasGoneForNobodyAndOwesNothing(boolean hidden) {
    open(hidden ? 100 : 200, hidden);
    arrive(ALICE).closed();
    MetaConnection alice = arrive(ALICE);
    Rooms.say(alice, BUSY);
    assertTrue(
        List.copyOf(rooms.sessions.get(alice).sent)
            .contains("{\"type\":\"res\",\"for\":\"status\",\"ok\":true}"));
    rooms.awaitAnnouncements();
    assertEquals(List.of(BUSY), told());
  }

  /** Whether it shows itself again is not known before. Its status and telling cost six each. */
  @Test
  void whoIsBackAndSaysNoStatusHasGone() {
    open(70, false);
    MetaConnection alice = arrive(ALICE);
    Rooms.say(alice, BUSY);
    alice.closed();
    assertEquals(List.of(BUSY), told());
    arrive(ALICE);
    Rooms.await(() -> told().size() >= 2);
    assertEquals(List.of(BUSY, GONE), told());
  }

  private void open(int peers, boolean hidden) {
    threads.open();
    rooms =
        new Rooms(
            threads,
            Settings.of(Map.of("message-rate", "1", "message-burst", "10", "grace", "10ms")),
            hidden);
    List<String> names = IntStream.range(0, peers).mapToObj(i -> "peer" + i).toList();
    rooms.befriend(ALICE, names);
    names.forEach(this::arrive);
    witness = rooms.connectionOf(WITNESS);
  }

  private MetaConnection arrive(String name) {
    MetaConnection connection = rooms.arrive(name);
    Rooms.await(List.of(connection));
    return connection;
  }

  /** What the witness was told of her. */
  private List<String> told() {
    return List.copyOf(rooms.sessions.get(witness).sent).stream()
        .filter(text -> text.contains("\"status\""))
        .toList();
  }
}
