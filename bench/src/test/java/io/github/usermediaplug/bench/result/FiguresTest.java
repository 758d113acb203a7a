package io.github.usermediaplug.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void aRatioIsMadeWithinEachRoundAndARoundThatLacksOneSideIsLeftOut() {
    Figures figures =
        new Figures(
            List.of(
                one(1, "product", 90),
                one(1, "limit", 100),
                one(2, "product", 20),
                one(2, "limit", 10),
                one(3, "product", 50),
                one(3, "limit", 100),
                one(4, "product", 1)));
    assertEquals(
        Optional.of(new Spread(0.9, 0.5, 2.0, 3)),
        figures.ratio(new Quantity("b", "product", "x"), new Quantity("b", "limit", "x")));
  }

  private static Figure one(int round, String subject, double value) {
    return new Figure(round, "b", subject, "x", "1/s", value);
  }
}
