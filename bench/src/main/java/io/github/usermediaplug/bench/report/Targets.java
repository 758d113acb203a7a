package io.github.usermediaplug.bench.report;

import io.github.usermediaplug.bench.result.Figure;
import io.github.usermediaplug.bench.result.Figures;
import io.github.usermediaplug.bench.result.Quantity;
import io.github.usermediaplug.bench.result.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the project has set itself, held against what was measured. */
public final class Targets {

  private static final String QUEUED = "the same / the container's limit with asynchronous sends";

  private final Figures figures;
  private final List<Verdict> verdicts = new ArrayList<>();

  private Targets(Figures figures) {
    this.figures = figures;
  }

  /** A verdict on each target for which there are figures, in the order of the scenarios. */
  public static List<Verdict> judge(List<Figure> all) {
    Targets targets = new Targets(new Figures(all));
    all.stream()
        .map(Figure::subject)
        .filter(subject -> subject.startsWith("product@"))
        .distinct()
        .sorted()
        .forEach(targets::judge);
    return targets.verdicts.stream().sorted(Comparator.comparing(Verdict::scenario)).toList();
  }

  private void judge(String product) {
    String limit = limitOf(product);
    boolean onTomcat = product.contains("tomcat");
    for (String scenario : List.of("a", "b")) {
      atLeast(0.95, scenario, "throughput / the container's limit", product, "messages", limit);
    }
    String queued = product.replace("product@", "queued-limit@");
    for (String scenario : List.of("a", "b")) {
      atLeast(0.95, scenario, QUEUED, product, "messages", queued);
    }
    atLeast(0.95, "e", QUEUED, product, "call+reject", queued);
    if (onTomcat) {
      atLeast(1.5, "b", "throughput / Node relay", product, "messages", "node-relay");
    }
    atMost(
        1.10,
        new Quantity("c", product, "p99"),
        "p99 / the container's limit",
        new Quantity("c", limit, "p99"));
    for (int users : List.of(2_000, 10_000)) {
      idle(product, limit, users, onTomcat || product.contains("wildfly"));
    }
    atLeast(1.5, "e", "call + reject / Node broker", product, "call+reject", "node-broker");
    changes(product.replace("product@", "store@"), "durable changes, 64 writers / one");
    changes(product, "the same over the wire");
    startUp(product);
    for (int stalled : List.of(40, 210)) {
      atMost(
          1.20,
          new Quantity("g", product, "p99 with " + stalled),
          "p99 of the others, " + stalled + " receivers stalled / none",
          new Quantity("g", product, "p99 with 0"));
    }
    figures.names("h", product).forEach(name -> attacked(product, name));
  }

  /** Figures of an attack, which its name begins. */
  private void attacked(String product, String name) {
    Quantity own = new Quantity("h", product, name);
    if (name.endsWith(" p99 ratio")) {
      add(own, name, figures.spread(own), "×", 3, false);
    } else if (name.endsWith(": calls lost") || name.endsWith(": connections closed")) {
      add(own, name, figures.spread(own), "", 0, false);
    } else if (name.endsWith(": live heap ratio")) {
      add(own, name, figures.spread(own), "×", 1.2, false);
    }
  }

  /** Where no endpoint may wait, there is none but that of the server as it comes. */
  private static String limitOf(String product) {
    return product.equals("product@wildfly-io")
        ? "limit@wildfly"
        : product.replace("product@", "limit@");
  }

  private void idle(String product, String limit, int users, boolean allIn) {
    Quantity own = new Quantity("d", product, "heap at " + users);
    Quantity bare = new Quantity("d", limit, "heap at " + users);
    String what = "heap of one of " + users + " idle users";
    add(
        own,
        what + ", above the container's own",
        figures.compare(own, bare, (a, b) -> a - b),
        "KiB",
        4,
        false);
    if (allIn) {
      add(own, what + ", all in", figures.spread(own), "KiB", 16, false);
    }
  }

  private void changes(String subject, String what) {
    add(
        new Quantity("f", subject, "changes by 64"),
        what,
        ratio("f", subject, "changes by 64", "changes by 1"),
        "×",
        20,
        true);
  }

  private void startUp(String product) {
    Quantity million = new Quantity("f", product, "start with 1000000");
    add(million, "start-up with 1,000,000 users", figures.spread(million), "s", 5, false);
  }

  private Optional<Spread> ratio(String scenario, String subject, String one, String other) {
    return figures.ratio(
        new Quantity(scenario, subject, one), new Quantity(scenario, subject, other));
  }

  private void atLeast(
      double bound, String scenario, String what, String subject, String name, String other) {
    Quantity own = new Quantity(scenario, subject, name);
    add(own, what, figures.ratio(own, new Quantity(scenario, other, name)), "×", bound, true);
  }

  private void atMost(double bound, Quantity own, String what, Quantity other) {
    add(own, what, figures.ratio(own, other), "×", bound, false);
  }

  private void add(
      Quantity of, String what, Optional<Spread> spread, String unit, double bound, boolean least) {
    spread.ifPresent(
        one ->
            verdicts.add(new Verdict(of.scenario(), what, of.subject(), one, unit, bound, least)));
  }
}
