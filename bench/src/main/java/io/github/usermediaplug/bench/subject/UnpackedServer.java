package io.github.usermediaplug.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A server from the registry, as unpacked by the build. */
public enum UnpackedServer {
  TOMCAT_10("tomcat-10.1", "apache-tomcat-10.1", "user-media-plug-tomcat.war"),
  TOMCAT_11("tomcat-11", "apache-tomcat-11", "user-media-plug-tomcat.war"),
  WILDFLY("wildfly", "wildfly-", "user-media-plug.war"),
  /** The same, where the thread that reads a message also handles it. */
  WILDFLY_IO("wildfly-io", "wildfly-", "user-media-plug.war"),
  PAYARA("payara", "payara6", "user-media-plug.war");

  private final String label;
  private final String directory;
  private final String productWar;

  UnpackedServer(String label, String directory, String productWar) {
    this.label = label;
    this.directory = directory;
    this.productWar = productWar;
  }

  /** Their names on the command line. */
  public static List<String> names() {
    return Arrays.stream(values()).map(server -> server.label).toList();
  }

  static UnpackedServer of(String label) {
    return Arrays.stream(values())
        .filter(server -> server.label.equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no server " + label + "; there are " + names()));
  }

  /** The form of the product it takes. */
  String productWar() {
    return productWar;
  }

  /** Whether an endpoint there may wait for a client. */
  boolean mayWait() {
    return this != WILDFLY_IO;
  }

  Path home(Path servers) throws IOException {
    if (Files.isDirectory(servers)) {
      try (Stream<Path> all = Files.list(servers)) {
        return all.filter(one -> one.getFileName().toString().startsWith(directory))
            .max(Path::compareTo)
            .orElseThrow(() -> missing(label));
      }
    }
    throw missing(label);
  }

  Launcher launcher(Path home, Path war, String context) {
    return switch (this) {
      case TOMCAT_10, TOMCAT_11 -> new TomcatServer(home, war, context);
      case WILDFLY -> new WildFlyServer(home, war, context, true);
      case WILDFLY_IO -> new WildFlyServer(home, war, context, false);
      case PAYARA -> new PayaraServer(home, war, context);
    };
  }

  private static IllegalArgumentException missing(String label) {
    return new IllegalArgumentException(label + " is not unpacked: build the benchmark first");
  }
}
