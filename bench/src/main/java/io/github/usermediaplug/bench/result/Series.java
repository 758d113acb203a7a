package io.github.usermediaplug.bench.result;

import java.util.List;

/**
 * One number measured in every interval of a load, from its very beginning.
 *
 * @param warmUp how many intervals at the beginning were not counted
 */
public record Series(
    int round,
    String scenario,
    String subject,
    String name,
    String unit,
    double intervalSeconds,
    int warmUp,
    List<Double> values) {

  public Series {
    values = List.copyOf(values);
  }
}
