package io.github.usermediaplug.it.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One target fuzzed for a while, in processes of their own: one for every seed, which is the
 * regression test, one for what the fuzzer makes of them.
 */
final class Campaign {
  private static final Path SEEDS = Path.of("src", "test", "fuzz").toAbsolutePath();

  /** Kept from one run to the next, until the folder is cleaned. */
  private static final Path GROWN = Path.of("target", "fuzz", "grown").toAbsolutePath();

  private static final Path FINDS = Path.of("target", "fuzz", "finds").toAbsolutePath();

  /** The largest text a client may send; a seed may be as long. */
  private static final int MOST = 64 << 10;

  /** What the fuzzer makes is shorter: it tries twenty times as many. */
  private static final int MOST_MADE = 3000;

  /** How long one input may take, in seconds, before it counts as a hang. */
  private static final int HANG = 10;

  private static final int LINES = 80;
  private static final int WIDTH = 1000;

  private static final Pattern CASES = Pattern.compile("stat::number_of_executed_units: (\\d+)");

  private final Class<?> target;
  private final String name;
  private final int seconds;

  Campaign(Class<?> target, String name, int seconds) {
    this.target = target;
    this.name = name;
    this.seconds = seconds;
  }

  /** Runs it, and gives the number of cases; fails with what was found. */
  long run() throws IOException, InterruptedException {
    return fuzz("seeds", "-runs=0", "-max_len=" + MOST)
        + fuzz("made", "-max_total_time=" + seconds, "-max_len=" + MOST_MADE);
  }

  private long fuzz(String phase, String... how) throws IOException, InterruptedException {
    Path grown = Files.createDirectories(GROWN.resolve(name));
    Path finds = Files.createDirectories(FINDS.resolve(name));
    Path log = FINDS.resolve(name + "-" + phase + ".log");
    List<String> command = new ArrayList<>(command(finds));
    command.addAll(List.of(how));
    command.add(grown.toString());
    command.add(SEEDS.resolve(name).toString());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Thread stop = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(stop);
    int exit = process.waitFor();
    Runtime.getRuntime().removeShutdownHook(stop);
    String said = Files.readString(log);
    Matcher cases = CASES.matcher(said);
    if (exit != 0 || !cases.find()) {
      throw new AssertionError(
          "%s: a find; the input is in %s, and becomes a seed in %s%n%s"
              .formatted(name, finds, SEEDS.resolve(name), findIn(said)));
    }
    return Long.parseLong(cases.group(1));
  }

  private List<String> command(Path finds) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-cp",
        classPath(),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + target.getName(),
        "--instrumentation_includes=io.github.usermediaplug.**:org.eclipse.parsson.**",
        "--reproducer_path=" + finds,
        "-artifact_prefix=" + finds + "/",
        "-dict=" + SEEDS.resolve("words.dict"),
        "-timeout=" + HANG,
        "-print_final_stats=1");
  }

  /**
   * Failsafe names its class path in a jar's manifest, which the fuzzer's agent does not follow.
   */
  private static String classPath() {
    String all = System.getProperty("surefire.test.class.path");
    return all == null ? System.getProperty("java.class.path") : all;
  }

  private static String findIn(String said) {
    return said.lines()
        .filter(line -> !line.startsWith("INFO: Instrumented"))
        .map(line -> line.length() < WIDTH ? line : line.substring(0, WIDTH) + "…")
        .limit(LINES)
        .collect(Collectors.joining("\n"));
  }
}
