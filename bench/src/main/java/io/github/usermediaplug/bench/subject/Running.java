package io.github.usermediaplug.bench.subject;

import io.github.usermediaplug.bench.measure.Heap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A started subject. Closing it kills the process and deletes its files. */
public final class Running implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Set<Running> ALL = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ALL.forEach(Running::kill)));
  }

  private final Subject subject;
  private final Launch launch;
  private final Process process;
  private final long startedNanos;
  private Duration startUp = Duration.ZERO;

  private Running(Subject subject, Launch launch, Process process, long startedNanos) {
    this.subject = subject;
    this.launch = launch;
    this.process = process;
    this.startedNanos = startedNanos;
  }

  /**
   * Starts a subject and waits until it answers.
   *
   * @throws IllegalStateException with the end of its log, where it does not
   */
  public static Running start(Subject subject, Launch launch) throws IOException {
    ProcessBuilder command = subject.launcher().prepare(launch);
    command.environment().putAll(launch.environment());
    command.redirectErrorStream(true).redirectOutput(log(launch).toFile());
    long started = System.nanoTime();
    Running running = new Running(subject, launch, command.start(), started);
    ALL.add(running);
    try {
      running.awaitUp();
    } catch (RuntimeException | Error failure) {
      running.close();
      throw failure;
    }
    return running;
  }

  /** What was started. */
  public Subject subject() {
    return subject;
  }

  /** Where it listens. */
  public int port() {
    return launch.port();
  }

  /** From the start of the process to its first answer. */
  public Duration startUp() {
    return startUp;
  }

  /** The process that does the work: a script's Java, where a script was started. */
  public long pid() {
    return process
        .descendants()
        .filter(child -> child.info().command().filter(name -> name.endsWith("/java")).isPresent())
        .max(Comparator.comparing(child -> child.info().startInstant().orElseThrow()))
        .map(ProcessHandle::pid)
        .orElse(process.pid());
  }

  @Override
  public void close() {
    if (launch.recording() != null && subject.isJava()) {
      new Heap(pid()).dumpRecording(launch.recording());
    }
    kill();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    ALL.remove(this);
    Directories.delete(launch.directory());
  }

  private void kill() {
    try (Stream<ProcessHandle> children = process.descendants()) {
      children.forEach(ProcessHandle::destroyForcibly);
    }
    process.destroyForcibly();
  }

  private void awaitUp() {
    Probe probe = new Probe(launch.port(), subject);
    while (!probe.isUp()) {
      if (!process.isAlive() || System.nanoTime() - startedNanos > PATIENCE.toNanos()) {
        throw new IllegalStateException(subject.name() + " did not start:\n" + endOfLog());
      }
    }
    startUp = Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  private String endOfLog() {
    try (Stream<String> lines = Files.lines(log(launch))) {
      List<String> all = lines.toList();
      List<String> causes = all.stream().filter(line -> line.startsWith("Caused by")).toList();
      List<String> telling = causes.isEmpty() ? all : causes;
      return String.join("\n", telling.subList(Math.max(0, telling.size() - 5), telling.size()));
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return "its log cannot be read: " + unreadable;
    }
  }

  private static Path log(Launch launch) {
    return launch.directory().resolve("out.log");
  }
}
