package io.github.usermediaplug.bench.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;

/** All figures of a run, to be asked for by name. */
public record Figures(List<Figure> all) {

  public Figures {
    all = List.copyOf(all);
  }

  /** What was measured of a subject in a scenario, in the order in which it was. */
  public List<String> names(String scenario, String subject) {
    return all.stream()
        .filter(one -> one.scenario().equals(scenario) && one.subject().equals(subject))
        .map(Figure::name)
        .distinct()
        .toList();
  }

  /** A figure of a subject, over the rounds. */
  public Optional<Spread> spread(Quantity quantity) {
    return Spread.of(byRound(quantity).values());
  }

  /**
   * One figure set against another: within each round that has both, since rounds differ by what
   * else the machine did; then over the rounds.
   */
  public Optional<Spread> compare(Quantity one, Quantity other, DoubleBinaryOperator operator) {
    Map<Integer, Double> ones = byRound(one);
    Map<Integer, Double> others = byRound(other);
    return Spread.of(
        ones.entrySet().stream()
            .filter(entry -> others.containsKey(entry.getKey()))
            .map(entry -> operator.applyAsDouble(entry.getValue(), others.get(entry.getKey())))
            .toList());
  }

  /** One figure divided by another. */
  public Optional<Spread> ratio(Quantity one, Quantity other) {
    return compare(one, other, (a, b) -> a / b);
  }

  private Map<Integer, Double> byRound(Quantity quantity) {
    return all.stream()
        .filter(quantity::isOf)
        .collect(
            Collectors.toMap(Figure::round, Figure::value, (first, again) -> again, TreeMap::new));
  }
}
