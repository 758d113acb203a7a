package io.github.usermediaplug.bench;

import io.github.usermediaplug.bench.result.Setting;
import io.github.usermediaplug.bench.scenario.Pace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Describes where and with what a run is made, with no name of a machine or a person. */
final class Environment {

  private Environment() {}

  static Setting describe(Options options) throws IOException {
    Map<String, String> used = new LinkedHashMap<>();
    Pace pace = options.pace();
    used.put("rounds", Integer.toString(options.rounds()));
    used.put("warm-up", pace.warmUpSeconds() + " s");
    used.put("measured", pace.measuredSeconds() + " s");
    used.put("heap of each subject in Java", options.heap);
    used.put("further flags", String.join(" ", options.jvm));
    used.putAll(new TreeMap<>(Launches.SETTINGS));
    used.put("but for (h)", "the product's own defaults, and a heap of 512 MiB");
    return new Setting(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        machine(),
        versions(options),
        used);
  }

  private static Map<String, String> machine() throws IOException {
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    machine.put("processor", line("/proc/cpuinfo", "model name"));
    machine.put("memory", line("/proc/meminfo", "MemTotal"));
    machine.put(
        "kernel",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version").replaceAll("-.*", ""));
    return machine;
  }

  private static Map<String, String> versions(Options options) throws IOException {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("product", output("git", "describe", "--always", "--dirty"));
    versions.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
    versions.put("Node", output("node", "--version"));
    versions.put(
        "ws",
        output("node", "-p", "require('./" + options.bench + "/node/package').dependencies.ws"));
    Properties servers = new Properties();
    try (InputStream file = Environment.class.getResourceAsStream("servers.properties")) {
      servers.load(file);
    }
    servers.stringPropertyNames().stream()
        .sorted()
        .forEach(server -> versions.put(server, servers.getProperty(server)));
    return versions;
  }

  private static String line(String file, String key) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    }
  }

  private static String output(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
