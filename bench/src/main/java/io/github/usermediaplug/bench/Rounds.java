package io.github.usermediaplug.bench;

import io.github.usermediaplug.bench.measure.Calibration;
import io.github.usermediaplug.bench.result.Recorder;
import io.github.usermediaplug.bench.scenario.Pace;
import io.github.usermediaplug.bench.scenario.Scenario;
import io.github.usermediaplug.bench.scenario.Starts;
import io.github.usermediaplug.bench.scenario.Trial;
import io.github.usermediaplug.bench.subject.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The order of a run: in each round each scenario, within it all subjects one after the other, so
 * that what is compared was measured within a minute or two; who is first changes from round to
 * round.
 */
record Rounds(
    int count,
    List<Scenario> scenarios,
    List<Subject> subjects,
    Pace pace,
    Starts starts,
    Recorder recorder) {

  /** Runs them; what came so far can be looked at after each. */
  void run(Runnable afterRound) {
    Progress progress = new Progress(nominalSeconds() * count);
    for (int round = 1; round <= count; round++) {
      double calibration = Calibration.run();
      recorder.add(calibration);
      progress.round(round, count, calibration);
      for (Scenario scenario : scenarios) {
        for (Subject subject : rotated(round)) {
          if (scenario.suits(subject)) {
            progress.begins(scenario, subject);
            new Trial(round, scenario, subject, pace, starts, recorder, progress::says).run();
            progress.done(seconds(scenario, subject));
          }
        }
      }
      afterRound.run();
    }
  }

  private List<Subject> rotated(int round) {
    List<Subject> rotated = new ArrayList<>(subjects);
    Collections.rotate(rotated, 1 - round);
    return rotated;
  }

  private double nominalSeconds() {
    return scenarios.stream()
        .flatMap(
            scenario ->
                subjects.stream().filter(scenario::suits).map(one -> seconds(scenario, one)))
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private double seconds(Scenario scenario, Subject subject) {
    return subject.startSeconds() + scenario.nominalSeconds(subject, pace);
  }
}
