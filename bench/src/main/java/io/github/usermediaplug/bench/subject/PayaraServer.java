package io.github.usermediaplug.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A Payara with its {@code domain1} as it comes, but for its ports and the flags all share. */
record PayaraServer(Path home, Path war, String context) implements Launcher {

  private static final List<String> OTHER_PORTS =
      List.of("8181", "4848", "8686", "7676", "3700", "3820", "3920", "6666", "9009", "5900");

  @Override
  public ProcessBuilder prepare(Launch launch) throws IOException {
    Path domain = launch.directory().resolve("domains/domain1");
    Directories.copy(home.resolve("glassfish/domains/domain1"), domain);
    Path config = domain.resolve("config/domain.xml");
    Files.writeString(config, configured(Files.readString(config), launch));
    Files.copy(
        war, Files.createDirectories(domain.resolve("autodeploy")).resolve(context + ".war"));
    ProcessBuilder command =
        new ProcessBuilder(
            home.resolve("bin/asadmin").toString(),
            "start-domain",
            "--verbose",
            "--domaindir",
            domain.getParent().toString(),
            "domain1");
    command.environment().putAll(Map.of("AS_JAVA", JavaCommand.home().toString()));
    return command;
  }

  private static String configured(String xml, Launch launch) {
    String changed = xml.replace("port=\"8080\"", "port=\"" + launch.port() + '"');
    for (String port : OTHER_PORTS) {
      changed = changed.replace('"' + port + '"', "\"" + Ports.free() + '"');
    }
    String flags =
        launch.jvm().stream()
            .map(flag -> "<jvm-options>" + flag + "</jvm-options>")
            .collect(Collectors.joining());
    return changed
        .replaceAll("<jvm-options>-Xm[sx][^<]*</jvm-options>", "")
        .replaceAll("(<java-config[^>]*>)", "$1" + flags);
  }
}
