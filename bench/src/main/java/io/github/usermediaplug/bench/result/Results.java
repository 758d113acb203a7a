package io.github.usermediaplug.bench.result;

import java.util.List;

/**
 * A whole run.
 *
 * @param calibrations the machine's speed before each round, in millions of steps a second
 */
public record Results(
    Setting setting,
    List<Double> calibrations,
    List<Figure> figures,
    List<Series> series,
    List<Spent> spent,
    List<Failure> failures) {

  public Results {
    calibrations = List.copyOf(calibrations);
    figures = List.copyOf(figures);
    series = List.copyOf(series);
    spent = List.copyOf(spent);
    failures = List.copyOf(failures);
  }
}
