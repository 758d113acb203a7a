package io.github.usermediaplug.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A WildFly with its {@code standalone.xml} as it comes but for what follows, on ports of ours.
 *
 * @param dispatches whether messages are handed to threads that may wait, as they are by default
 */
record WildFlyServer(Path home, Path war, String context, boolean dispatches) implements Launcher {

  @Override
  public ProcessBuilder prepare(Launch launch) throws IOException {
    Path base = launch.directory().resolve("base");
    Directories.copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
    if (!dispatches) {
      Path configuration = base.resolve("configuration/standalone.xml");
      String asItComes = Files.readString(configuration);
      String changed =
          asItComes.replace("<websockets/>", "<websockets dispatch-to-worker=\"false\"/>");
      if (changed.equals(asItComes)) {
        throw new IllegalStateException(configuration + " says nothing of <websockets/>");
      }
      Files.writeString(configuration, changed);
    }
    Path deployments = Files.createDirectories(base.resolve("deployments"));
    Files.copy(war, deployments.resolve(context + ".war"));
    Files.createFile(deployments.resolve(context + ".war.dodeploy"));
    ProcessBuilder command =
        new ProcessBuilder(
            "bash",
            home.resolve("bin/standalone.sh").toString(),
            "-Djboss.server.base.dir=" + base,
            "-Djboss.http.port=" + launch.port(),
            "-Djboss.https.port=" + Ports.free(),
            "-Djboss.management.http.port=" + Ports.free(),
            "-Djava.io.tmpdir=" + launch.directory());
    command.environment().put("JAVA_HOME", JavaCommand.home().toString());
    command
        .environment()
        .put(
            "JAVA_OPTS",
            String.join(" ", launch.jvm())
                + " -Djboss.modules.system.pkgs=org.jboss.byteman -Djava.awt.headless=true");
    return command;
  }
}
