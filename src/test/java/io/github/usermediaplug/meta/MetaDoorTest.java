package io.github.usermediaplug.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.limit.Callers;
import io.github.usermediaplug.limit.Crowd;
import io.github.usermediaplug.limit.WorkBudgets;
import io.github.usermediaplug.log.LimitLog;
import io.github.usermediaplug.socket.FakeSession;
import io.github.usermediaplug.socket.MemoryBudget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetaDoorTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int CLOSED_FOR_POLICY = 1008;

  private final Threads threads = new Threads();
  private final Exchange exchange = new Exchange();
  private final Configuration configuration = Settings.of(Map.of());
  private final MetaDoor door =
      new MetaDoor(exchange, threads, null, null, configuration, new Crowd(configuration));
  private final FakeSession deaf = new FakeSession();
  private final FakeSession lessDeaf = new FakeSession();
  private final FakeSession innocent = new FakeSession();

  @BeforeEach
  void openForTenThousandBytesOfReplies() {
    threads.open();
    comesFrom(deaf, "192.0.2.1");
    comesFrom(lessDeaf, "192.0.2.2");
    comesFrom(innocent, "192.0.2.3");
    MemoryBudget plenty = new MemoryBudget(1 << 20, 1 << 20, owner -> {});
    Budgets budgets =
        new Budgets(plenty, plenty, new MemoryBudget(10_000, 8_000, owner -> {}), plenty);
    LimitLog log = new LimitLog(Logger.getAnonymousLogger(), "%s");
    door.open(
        new Terms(
            1 << 16, 100, 100, LONG, LONG, LONG, budgets, budgets, new WorkBudgets(100, 100), log));
  }

  private static void comesFrom(FakeSession fake, String address) {
    fake.properties.put("io.github.usermediaplug.admitted", true);
    Callers.comesFrom(fake, address);
  }

  @AfterEach
  void stop() {
    threads.stop();
  }

  @Test
  void whereManyLeaveTooMuchUnreadTheOneWithMostGoesAndNoOther() throws Exception {
    MetaConnection first = door.admit(deaf.session);
    MetaConnection second = door.admit(lessDeaf.session);
    MetaConnection third = door.admit(innocent.session);
    exchange.inTurn(() -> first.send("a".repeat(7_000)));
    exchange.inTurn(() -> second.send("b".repeat(2_500)));
    assertFalse(deaf.closed.isDone());
    exchange.inTurn(() -> third.send("c".repeat(1_000)));
    assertEquals(CLOSED_FOR_POLICY, deaf.closed.get(10, TimeUnit.SECONDS).getCloseCode().getCode());
    assertEquals(List.of("c".repeat(1_000)), innocent.sent);
    exchange.inTurn(() -> second.send("b"));
    exchange.inTurn(() -> third.send("c"));
    assertFalse(second.isClosing());
    assertFalse(third.isClosing());
  }

  @Test
  void whereOneTurnFindsNoRoomForSeveralOneStillIsEnough() throws Exception {
    MetaConnection first = door.admit(deaf.session);
    MetaConnection second = door.admit(lessDeaf.session);
    MetaConnection third = door.admit(innocent.session);
    exchange.inTurn(() -> first.send("a".repeat(7_500)));
    exchange.inTurn(
        () -> {
          second.send("b".repeat(2_600));
          third.send("c");
          third.send("c");
        });
    assertEquals(CLOSED_FOR_POLICY, deaf.closed.get(10, TimeUnit.SECONDS).getCloseCode().getCode());
    assertFalse(second.isClosing());
    assertFalse(third.isClosing());
  }
}
