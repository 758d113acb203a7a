package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.measure.Cost;
import io.github.usermediaplug.bench.result.Failure;
import io.github.usermediaplug.bench.result.Figure;
import io.github.usermediaplug.bench.result.Recorder;
import io.github.usermediaplug.bench.result.Series;
import io.github.usermediaplug.bench.result.Spent;
import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** One scenario on one subject in one round: starts the subject, and takes the figures down. */
public final class Trial {

  private final int round;
  private final Scenario scenario;
  private final Subject subject;
  private final Pace pace;
  private final Starts starts;
  private final Recorder recorder;
  private final BiConsumer<String, String> progress;

  /**
   * A trial.
   *
   * @param progress told each figure, name and value
   */
  public Trial(
      int round,
      Scenario scenario,
      Subject subject,
      Pace pace,
      Starts starts,
      Recorder recorder,
      BiConsumer<String, String> progress) {
    this.round = round;
    this.scenario = scenario;
    this.subject = subject;
    this.pace = pace;
    this.starts = starts;
    this.recorder = recorder;
    this.progress = progress;
  }

  /** Runs it; a failure is taken down and the run goes on. */
  public void run() {
    try {
      scenario.measure(this);
    } catch (IOException | RuntimeException failure) {
      String why = String.valueOf(failure.getMessage());
      recorder.add(new Failure(round, scenario.id(), subject.name(), why));
      progress.accept("failed", why);
    }
  }

  Subject subject() {
    return subject;
  }

  Pace pace() {
    return pace;
  }

  /** Starts the subject, with these flags more where it is in Java; the caller closes it. */
  Running start(String... flags) throws IOException {
    return starts.start(subject, newStore(), flags);
  }

  /** Starts it with its users in this file. */
  Running start(Path store) throws IOException {
    return starts.start(subject, store);
  }

  /** Starts it with its users in this file and its defaults but for these settings. */
  Running startWithDefaults(Path store, Map<String, String> settings, String... flags)
      throws IOException {
    return starts.startWithDefaults(subject, store, settings, flags);
  }

  /** Says something on the console that is no figure. */
  void note(String name, String text) {
    progress.accept(name, text);
  }

  /** A file for users; not there yet. */
  Path newStore() throws IOException {
    return starts.newStore();
  }

  void figure(String name, String unit, double value) {
    recorder.add(new Figure(round, scenario.id(), subject.name(), name, unit, value));
    progress.accept(name, "%,.4g %s".formatted(value, unit));
  }

  /** A figure with its course from the beginning of the load, and what it cost. */
  void course(String name, String unit, Course course) {
    figure(name, unit, course.rate());
    series(name, unit, Course.INTERVAL_SECONDS, course.warmUp(), course.rates());
    spent(name, course.cost());
  }

  void series(String name, String unit, double interval, int warmUp, List<Double> values) {
    recorder.add(
        new Series(round, scenario.id(), subject.name(), name, unit, interval, warmUp, values));
  }

  void spent(String name, Cost cost) {
    recorder.add(new Spent(round, scenario.id(), subject.name(), name, cost));
  }
}
