package io.github.usermediaplug.bench.result;

import java.util.ArrayList;
import java.util.List;

/** Collects what is measured. */
public final class Recorder {

  private final List<Double> calibrations = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<Series> series = new ArrayList<>();
  private final List<Spent> spent = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();

  /** The machine's speed before a round. */
  public void add(double calibration) {
    calibrations.add(calibration);
  }

  /** A number. */
  public void add(Figure figure) {
    figures.add(figure);
  }

  /** A course of numbers. */
  public void add(Series course) {
    series.add(course);
  }

  /** What a number took of the processor. */
  public void add(Spent cost) {
    spent.add(cost);
  }

  /** A number there is none of. */
  public void add(Failure failure) {
    failures.add(failure);
  }

  /** All of it. */
  public Results results(Setting setting) {
    return new Results(setting, calibrations, figures, series, spent, failures);
  }
}
