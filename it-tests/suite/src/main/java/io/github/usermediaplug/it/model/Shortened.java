package io.github.usermediaplug.it.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Leaves steps out of a script that fails, ever fewer at a time, as long as it still fails. */
final class Shortened {
  private Shortened() {}

  /** What is left when nothing more can be left out, or the time is over, and how that fails. */
  static String by(
      List<Step> script, Duration time, Function<List<Step>, Optional<AssertionError>> fails) {
    long deadline = System.nanoTime() + time.toNanos();
    List<Step> left = script;
    String how = "it did not fail again";
    for (int chunk = Math.max(1, script.size() / 2); chunk > 0; chunk /= 2) {
      for (int from = 0; from < left.size() && System.nanoTime() < deadline; ) {
        List<Step> fewer = new ArrayList<>(left.subList(0, from));
        fewer.addAll(left.subList(Math.min(left.size(), from + chunk), left.size()));
        Optional<AssertionError> failure = fails.apply(fewer);
        if (failure.isPresent()) {
          left = fewer;
          how = failure.get().getMessage();
        } else {
          from += chunk;
        }
      }
    }
    return left.stream()
        .map(Step::toString)
        .collect(
            Collectors.joining("\n  ", "It also fails with these steps alone:\n  ", "\n" + how));
  }
}
