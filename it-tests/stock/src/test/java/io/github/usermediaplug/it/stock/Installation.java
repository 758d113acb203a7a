package io.github.usermediaplug.it.stock;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.usermediaplug.it.client.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A server of one's own, as it was unpacked, with the WAR dropped in; started and stopped. */
final class Installation implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;
  private static final int BETWEEN_TRIES_MILLIS = 100;

  private final Distribution distribution;
  private final Jdk jdk;
  private final Path home;
  private final Ports ports;
  private final Path console;
  private final Thread atOurEnd = new Thread(this::kill);
  private Process process;

  private Installation(Distribution distribution, Jdk jdk) throws IOException {
    this.distribution = distribution;
    this.jdk = jdk;
    String name = distribution.unpacked().getFileName() + "-" + UUID.randomUUID();
    home = Path.of("target", "installed", name).toAbsolutePath();
    console = home.resolve("console.log");
    ports = Ports.reserve(distribution.ports());
  }

  /** Unpacks it, drops the WAR in under this name, starts it, and waits for the page. */
  static Installation start(Distribution distribution, Jdk jdk, String warName)
      throws IOException, InterruptedException {
    Installation installation = new Installation(distribution, jdk);
    installation.unpack();
    // Payara makes its own only when it is started for the first time.
    Path deployments =
        Files.createDirectories(installation.home.resolve(distribution.deployments()));
    Files.copy(distribution.war(), deployments.resolve(warName));
    Runtime.getRuntime().addShutdownHook(installation.atOurEnd);
    installation.start();
    return installation;
  }

  private void unpack() throws IOException {
    try (Stream<Path> all = Files.walk(distribution.unpacked())) {
      for (Path each : (Iterable<Path>) all::iterator) {
        Path copy = home.resolve(distribution.unpacked().relativize(each).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    distribution.listen(home, ports);
  }

  /** Starts it (again), and waits for the page. */
  void start() throws IOException, InterruptedException {
    process = run(distribution.start(ports));
    long deadline = System.nanoTime() + SECONDS.toNanos(PATIENCE_SECONDS);
    while (!page().isServed()) {
      if (System.nanoTime() > deadline || process.waitFor(BETWEEN_TRIES_MILLIS, MILLISECONDS)) {
        close();
        throw new AssertionError("the page does not come: " + log().text());
      }
    }
    Path java = jdk.home().resolve("bin/java");
    if (tree()
        .noneMatch(each -> each.info().command().filter(java.toString()::equals).isPresent())) {
      throw new AssertionError("it does not run on " + java);
    }
  }

  /** Stops it as its operator does, and waits until it has ended by itself. */
  void stop() throws IOException, InterruptedException {
    end(run(distribution.stop(ports)), "the command that stops the server");
    end(process, "the server");
  }

  private void end(Process ending, String what) throws IOException, InterruptedException {
    if (!ending.waitFor(PATIENCE_SECONDS, SECONDS)) {
      throw new AssertionError(what + " does not end: " + log().text());
    }
  }

  private Process run(List<String> command) throws IOException {
    List<String> fromHome = new ArrayList<>(command);
    fromHome.set(0, home.resolve(command.get(0)).toString());
    ProcessBuilder builder = new ProcessBuilder(fromHome).directory(home.toFile());
    builder.environment().put("JAVA_HOME", jdk.home().toString());
    builder.environment().put("PATH", jdk.home() + "/bin:" + System.getenv("PATH"));
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(console.toFile()))
        .start();
  }

  Page page() {
    return new Page(ports.http());
  }

  int port() {
    return ports.http();
  }

  /** What its clients talk to. */
  Exchange exchange() {
    return new Exchange(page().root());
  }

  Path storeFile() {
    return home.resolve(distribution.storeFile());
  }

  ServerLog log() throws IOException {
    return ServerLog.read(home, console, home.resolve(distribution.logs()));
  }

  /** A line for each thread of the server, and more, as its own Java lists them. */
  List<String> threads() throws IOException, InterruptedException {
    Process listing =
        new ProcessBuilder(
                jdk.home().resolve("bin/jcmd").toString(),
                Long.toString(process.pid()),
                "Thread.print")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> lines = listing.inputReader().lines().toList();
    listing.waitFor();
    return lines;
  }

  private Stream<ProcessHandle> tree() {
    return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
  }

  /** As {@code kill -9} does. A script does not hand its own end on to the server it started. */
  void kill() {
    List<ProcessHandle> all = tree().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(each -> each.onExit().join());
  }

  /** Ends it, and leaves nothing of it but its log. */
  @Override
  public void close() throws IOException {
    kill();
    Runtime.getRuntime().removeShutdownHook(atOurEnd);
    Path kept = Files.createDirectories(Path.of("target", "logs"));
    Files.writeString(kept.resolve(home.getFileName() + ".log"), log().text());
    try (Stream<Path> all = Files.walk(home)) {
      for (Path each : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
        Files.delete(each);
      }
    }
  }
}
