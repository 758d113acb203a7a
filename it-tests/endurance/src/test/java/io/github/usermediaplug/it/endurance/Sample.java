package io.github.usermediaplug.it.endurance;

import io.github.usermediaplug.it.process.Heap;
import io.github.usermediaplug.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The server's process at one moment, by /proc, and its heap after a full collection.
 *
 * @param rss resident memory, in bytes
 * @param handles open files and sockets
 */
record Sample(Heap heap, long rss, int threads, int handles) {
  static Sample of(ServerProcess server) throws IOException {
    Heap heap = server.heap();
    Path proc = Path.of("/proc", Long.toString(server.pid()));
    long rss = 0;
    int threads = 0;
    for (String line : Files.readAllLines(proc.resolve("status"))) {
      if (line.startsWith("VmRSS:")) {
        rss = Long.parseLong(line.replaceAll("\\D", "")) << 10;
      } else if (line.startsWith("Threads:")) {
        threads = Integer.parseInt(line.replaceAll("\\D", ""));
      }
    }
    try (Stream<Path> handles = Files.list(proc.resolve("fd"))) {
      return new Sample(heap, rss, threads, (int) handles.count());
    }
  }

  @Override
  public String toString() {
    return "heap %6.2f MiB, resident %4d MiB, %3d threads, %3d handles, %d of a session"
        .formatted(
            heap.bytes() / 1048576.0,
            rss >> 20,
            threads,
            handles,
            heap.sessions().values().stream().mapToLong(Long::longValue).sum());
  }
}
