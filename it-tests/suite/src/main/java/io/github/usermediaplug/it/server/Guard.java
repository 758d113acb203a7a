package io.github.usermediaplug.it.server;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * A process that outlives the tests, be they killed, and then ends the server that they left. In a
 * session of its own, so that what kills a build's whole group of processes does not kill it.
 */
public final class Guard {
  private Guard() {}

  static void post(String home) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String tests = Long.toString(ProcessHandle.current().pid());
    new ProcessBuilder(
            List.of(
                "setsid", java, "-Xmx16m", "-cp", classes(), Guard.class.getName(), tests, home))
        .redirectErrorStream(true)
        .redirectOutput(new File("target", "guard.log"))
        .start();
  }

  /** Takes the process of the tests and the server's home. */
  public static void main(String[] arguments) {
    ProcessHandle.of(Long.parseLong(arguments[0])).ifPresent(tests -> tests.onExit().join());
    ServerProcesses.of(arguments[1]).forEach(ServerProcesses::end);
  }

  private static String classes() {
    try {
      return Path.of(Guard.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
