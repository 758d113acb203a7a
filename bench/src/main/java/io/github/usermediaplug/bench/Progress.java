package io.github.usermediaplug.bench;

import io.github.usermediaplug.bench.scenario.Scenario;
import io.github.usermediaplug.bench.subject.Subject;
import java.time.Duration;

/** Says on the console what is being measured, what came of it, and how long it will take yet. */
final class Progress {

  private final double nominalSeconds;
  private final long startedNanos = System.nanoTime();
  private double nominalDone;

  /** Of a run that should take about so long. */
  Progress(double nominalSeconds) {
    this.nominalSeconds = nominalSeconds;
    System.out.printf("about %s%n", minutes(nominalSeconds));
  }

  void round(int round, int rounds, double calibration) {
    System.out.printf(
        "round %d of %d, machine %,.0f Msteps/s%s%n", round, rounds, calibration, left());
  }

  void begins(Scenario scenario, Subject subject) {
    System.out.printf(" (%s) %s: %s%n", scenario.id(), subject.name(), scenario.title());
  }

  void says(String name, String value) {
    System.out.printf("       %-28s %s%n", name, value);
  }

  void done(double nominal) {
    nominalDone += nominal;
    System.out.printf("       %s%n", left().strip());
  }

  private String left() {
    if (nominalDone == 0) {
      return "";
    }
    double elapsed = (System.nanoTime() - startedNanos) / 1e9;
    return " " + minutes((nominalSeconds - nominalDone) * elapsed / nominalDone) + " left";
  }

  private static String minutes(double seconds) {
    Duration time = Duration.ofSeconds(Math.round(seconds));
    return "%d:%02d min".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
