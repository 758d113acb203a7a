package io.github.usermediaplug.it.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Servers as the operating system sees them. A server is known by its home, which every server has
 * among its arguments and which lies in the build's folder: no other process has it there.
 */
final class ServerProcesses {
  private ServerProcesses() {}

  static String homeUnderTest() {
    return Objects.requireNonNull(System.getProperty("server.home"), "server.home is not set");
  }

  static List<ProcessHandle> of(String home) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != ProcessHandle.current().pid())
        .filter(process -> hasAmongItsArguments(process, home))
        .toList();
  }

  static void end(ProcessHandle server) {
    server.destroyForcibly();
    server.onExit().join();
  }

  /** Not by {@link ProcessHandle.Info}, which cuts a long command line off. */
  private static boolean hasAmongItsArguments(ProcessHandle process, String home) {
    try {
      Path arguments = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      String command = Files.readString(arguments, ISO_8859_1);
      return command.contains(home) && !command.contains(Guard.class.getName());
    } catch (IOException gone) {
      return false;
    }
  }
}
