package io.github.usermediaplug.it.server;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The server under test from outside: what its process holds, told by the kernel and by the JDK's
 * own {@code jcmd}.
 */
public final class RunningServer {
  private static final String PRODUCT = "io.github.usermediaplug.";
  private static final String THREAD = "\"user-media-plug ";

  private final String pid;

  private RunningServer(String pid) {
    this.pid = pid;
  }

  public static RunningServer underTest() {
    var servers = ServerProcesses.of(ServerProcesses.homeUnderTest());
    assertEquals(1, servers.size(), () -> "one server runs: " + servers);
    return new RunningServer(Long.toString(servers.get(0).pid()));
  }

  /** The names of the product's threads, of all its deployments. */
  public List<String> threads() {
    return jcmd("Thread.print").lines().filter(line -> line.startsWith(THREAD)).toList();
  }

  /** How many class loaders have loaded the product and can't be collected. */
  public long classLoaders() {
    return liveObjects()
        .map(LiveObjects::type)
        .filter(type -> type.startsWith(PRODUCT))
        .collect(groupingBy(type -> type, counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  /** What is left on the heap when all garbage has been collected, in bytes. */
  public long liveBytes() {
    return liveObjects().mapToLong(LiveObjects::bytes).sum();
  }

  /** The most the heap may hold, in bytes. */
  public long maxHeap() {
    String flags = jcmd("VM.flags", "-all");
    return flags
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > 3 && words[1].equals("MaxHeapSize"))
        .mapToLong(words -> Long.parseLong(words[3]))
        .findFirst()
        .orElseThrow();
  }

  /** What the process has open and this fits, by the kernel's names for it. */
  public List<String> open(Predicate<String> fits) {
    try (Stream<Path> handles = Files.list(Path.of("/proc", pid, "fd"))) {
      return handles.map(RunningServer::target).filter(fits).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path handle) {
    try {
      return Files.readSymbolicLink(handle).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  /** One line for each class, of each loader that has it; only what a collection leaves. */
  private Stream<LiveObjects> liveObjects() {
    return jcmd("GC.class_histogram").lines().flatMap(LiveObjects::read);
  }

  private record LiveObjects(String type, long bytes) {
    static Stream<LiveObjects> read(String line) {
      String[] words = line.strip().split("\\s+");
      return words.length > 3 && words[0].matches("\\d+:")
          ? Stream.of(new LiveObjects(words[3], Long.parseLong(words[2])))
          : Stream.empty();
    }
  }

  public String jcmd(String... command) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      Process process =
          new ProcessBuilder(Stream.concat(Stream.of(jcmd, pid), Stream.of(command)).toList())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes());
      assertEquals(0, process.waitFor(), said);
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
