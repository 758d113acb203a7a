package io.github.usermediaplug.bench;

import io.github.usermediaplug.bench.attack.Attack;
import io.github.usermediaplug.bench.report.Report;
import io.github.usermediaplug.bench.report.Targets;
import io.github.usermediaplug.bench.report.Verdict;
import io.github.usermediaplug.bench.result.Recorder;
import io.github.usermediaplug.bench.result.Results;
import io.github.usermediaplug.bench.result.Setting;
import io.github.usermediaplug.bench.scenario.Attacked;
import io.github.usermediaplug.bench.scenario.Broker;
import io.github.usermediaplug.bench.scenario.Idle;
import io.github.usermediaplug.bench.scenario.Latency;
import io.github.usermediaplug.bench.scenario.Scenario;
import io.github.usermediaplug.bench.scenario.Stalls;
import io.github.usermediaplug.bench.scenario.Store;
import io.github.usermediaplug.bench.scenario.StoreInside;
import io.github.usermediaplug.bench.scenario.Throughput;
import io.github.usermediaplug.bench.subject.Directories;
import io.github.usermediaplug.bench.subject.Subject;
import io.github.usermediaplug.bench.subject.Subjects;
import io.github.usermediaplug.bench.subject.UnpackedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bench/run}; see {@code --help} and {@code bench/README.md}. */
@Command(name = "bench/run", description = "Measures user-media-plug beside its peers.")
public final class Bench implements Callable<Integer> {

  @Mixin private Options options = new Options();

  /** Measures and writes the report. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Path work =
        options.bench.resolve("target/work-" + ProcessHandle.current().pid()).toAbsolutePath();
    try {
      List<Subject> subjects = subjects(work);
      Setting setting = Environment.describe(options);
      Recorder recorder = new Recorder();
      Rounds rounds =
          new Rounds(
              options.rounds(),
              scenarios(),
              subjects,
              options.pace(),
              new Launches(work, jvm(), options.jfr),
              recorder);
      // What there is so far is kept, whatever becomes of the next round.
      rounds.run(() -> report(recorder.results(setting)));
    } finally {
      Directories.delete(work);
    }
    return 0;
  }

  private List<Scenario> scenarios() {
    List<Scenario> all =
        new ArrayList<>(
            List.of(
                new Throughput("a", 1, 64 << 10),
                new Throughput("b", 100, 4 << 10),
                new Latency(),
                new Idle(),
                new Broker(),
                new Store(),
                new StoreInside(),
                new Stalls()));
    Attack.ALL.stream()
        .filter(one -> options.attacks.isEmpty() || options.attacks.contains(one.row()))
        .map(Attacked::new)
        .forEach(all::add);
    all.removeIf(one -> !options.scenarios.contains(one.id()));
    return all;
  }

  private List<Subject> subjects(Path work) throws IOException {
    Subjects all =
        new Subjects(
            options.product.toAbsolutePath(),
            options.bench.resolve("node").toAbsolutePath(),
            options.bench.resolve("target/servers").toAbsolutePath(),
            work);
    List<Subject> subjects =
        new ArrayList<>(
            all.on(options.servers.contains("all") ? UnpackedServer.names() : options.servers));
    subjects.removeIf(
        subject -> options.subjects.stream().noneMatch(name -> subject.name().startsWith(name)));
    return subjects;
  }

  private List<String> jvm() {
    List<String> jvm = new ArrayList<>(List.of("-Xms" + options.heap, "-Xmx" + options.heap));
    jvm.addAll(options.jvm);
    return jvm;
  }

  private void report(Results results) {
    List<Verdict> verdicts = Targets.judge(results.figures());
    try {
      Report.write(options.out, results, verdicts);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    for (Verdict one : verdicts) {
      System.out.printf(
          "%s (%s) %s, %s: %.2f %s (%.2f to %.2f), target %s %.2f%n",
          one.isMet() ? "met   " : "MISSED",
          one.scenario(),
          one.subject(),
          one.what(),
          one.spread().median(),
          one.unit(),
          one.spread().min(),
          one.spread().max(),
          one.atLeast() ? "≥" : "≤",
          one.bound());
    }
  }
}
