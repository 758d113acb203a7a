package io.github.usermediaplug.bench.scenario;

import java.util.List;

/**
 * How long and how much is measured.
 *
 * @param warmUpSeconds of each load before it counts
 * @param measuredSeconds of each load
 * @param idleUsers how many connected users idle is measured with, rising
 * @param startUsers the sizes of the store that start-up is measured with, rising
 * @param stalledPairs how many receivers stop reading
 */
public record Pace(
    double warmUpSeconds,
    double measuredSeconds,
    List<Integer> idleUsers,
    List<Integer> startUsers,
    List<Integer> stalledPairs) {

  /** What the targets are stated for. */
  public static Pace full() {
    return new Pace(
        5, 4, List.of(2_000, 10_000), List.of(10_000, 100_000, 1_000_000), List.of(40, 210));
  }

  /** To see that it runs; its numbers mean little. */
  public static Pace quick() {
    return new Pace(2, 1, List.of(500), List.of(10_000), List.of(40));
  }

  /** The same with other times, in seconds. */
  public Pace lasting(double warmUp, double measured) {
    return new Pace(warmUp, measured, idleUsers, startUsers, stalledPairs);
  }
}
