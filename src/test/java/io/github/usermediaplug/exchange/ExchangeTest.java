package io.github.usermediaplug.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExchangeTest {

  private final Exchange exchange = new Exchange();
  private final List<String> happened = new ArrayList<>();

  @Test
  void whatIsLeftForAfterwardsRunsWhenTheOutermostTurnIsOver() {
    exchange.inTurn(
        () -> {
          exchange.inTurn(() -> exchange.afterwards(() -> happened.add("afterwards")));
          happened.add("turn");
        });
    assertEquals(List.of("turn", "afterwards"), happened);
  }

  @Test
  void withoutATurnItRunsAtOnce() {
    exchange.afterwards(() -> happened.add("at once"));
    assertEquals(List.of("at once"), happened);
  }

  @Test
  void aStepThatFailsStillLeavesItsAfterwards() {
    assertThrows(
        IllegalStateException.class,
        () ->
            exchange.inTurn(
                () -> {
                  exchange.afterwards(() -> happened.add("afterwards"));
                  throw new IllegalStateException();
                }));
    assertEquals(List.of("afterwards"), happened);
  }

  @Test
  void whatStandsBetweenTwoIsFoundFromEitherEnd() {
    Between<String> between = new Between<>();
    between.put("a", "b", "ab");
    between.put("c", "a", "ca");
    assertEquals(Optional.of("ab"), between.get("b", "a"));
    assertEquals(2, between.of("a").size());
    assertEquals(2, between.all().size());
    between.remove("b", "a");
    assertEquals(Optional.empty(), between.get("a", "b"));
    assertEquals(List.of("ca"), List.copyOf(between.of("c")));
  }
}
