package io.github.usermediaplug.bench.result;

/** What is measured of which subject: the same in every round. */
public record Quantity(String scenario, String subject, String name) {

  boolean isOf(Figure figure) {
    return figure.scenario().equals(scenario)
        && figure.subject().equals(subject)
        && figure.name().equals(name);
  }
}
