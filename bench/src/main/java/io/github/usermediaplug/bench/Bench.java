package io.github.usermediaplug.bench;

import io.github.usermediaplug.bench.result.Recorder;
import io.github.usermediaplug.bench.scenario.Broker;
import io.github.usermediaplug.bench.scenario.Latency;
import io.github.usermediaplug.bench.scenario.Scenario;
import io.github.usermediaplug.bench.scenario.Throughput;
import io.github.usermediaplug.bench.subject.Subject;
import io.github.usermediaplug.bench.subject.Subjects;
import io.github.usermediaplug.bench.subject.UnpackedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code java -jar bench.jar}; see {@code --help} and {@code bench/README.md}. */
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
    List<Subject> subjects = subjects(work);
    Recorder recorder = new Recorder();
    List<String> jvm = new ArrayList<>(List.of("-Xms" + options.heap, "-Xmx" + options.heap));
    jvm.addAll(options.jvm);
    new Rounds(
            options.rounds(),
            scenarios(),
            subjects,
            options.pace(),
            new Launches(work, jvm, options.jfr == null ? null : options.jfr.toAbsolutePath()),
            recorder)
        .run();
    return 0;
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

  private List<Scenario> scenarios() {
    List<Scenario> all =
        List.of(
            new Throughput("a", 1, 64 << 10),
            new Throughput("b", 100, 4 << 10),
            new Latency(),
            new Broker());
    return all.stream().filter(scenario -> options.scenarios.contains(scenario.id())).toList();
  }
}
