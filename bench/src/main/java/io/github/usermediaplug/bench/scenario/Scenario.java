package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.subject.Subject;
import java.io.IOException;

/** One thing to measure, the same for every subject it suits. */
public interface Scenario {

  /** Its letter in the report. */
  String id();

  /** What it measures, in a line. */
  String title();

  /** Whether it means anything for this subject. */
  boolean suits(Subject subject);

  /** About how long it takes for one subject once that has started, in seconds. */
  double nominalSeconds(Subject subject, Pace pace);

  /** Starts the subject, measures, and says the figures to the trial. */
  void measure(Trial trial) throws IOException;
}
