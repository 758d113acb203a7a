package io.github.usermediaplug.it.model;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One step of a script, plain data: what it means is decided when it is played, so that steps
 * before it may be left out.
 *
 * @param who which user does it
 * @param whom to which other user, where there is one
 * @param pick chooses among what is left open
 */
record Step(Op op, int who, int whom, int pick) {
  private static final List<Op> BY_WEIGHT =
      Stream.of(Op.values())
          .flatMap(op -> IntStream.range(0, op.weight()).mapToObj(i -> op))
          .toList();

  static List<Step> script(Random random, int steps, int users) {
    return Stream.generate(
            () ->
                new Step(
                    BY_WEIGHT.get(random.nextInt(BY_WEIGHT.size())),
                    random.nextInt(users),
                    random.nextInt(users),
                    random.nextInt(1 << 16)))
        .limit(steps)
        .toList();
  }

  /** One of these. */
  <T> T any(List<T> choices) {
    return choices.get(pick % choices.size());
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return pick / 256 % times == 0;
  }
}
