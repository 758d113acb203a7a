package io.github.usermediaplug.bench.report;

import io.github.usermediaplug.bench.result.Spread;

/**
 * A target, and how it was met.
 *
 * @param what is compared with what
 * @param spread over the rounds, of the ratio or the difference within each
 * @param atLeast whether the bound is a lower one
 */
public record Verdict(
    String scenario,
    String what,
    String subject,
    Spread spread,
    String unit,
    double bound,
    boolean atLeast) {

  /** Whether the median meets it. */
  public boolean isMet() {
    return atLeast ? spread.median() >= bound : spread.median() <= bound;
  }
}
