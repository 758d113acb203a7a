package io.github.usermediaplug.bench.subject;

import io.github.usermediaplug.bench.limit.IdleEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** Makes the WAR of the container's limit: the minimal endpoints and nothing else. */
final class LimitWar {

  private static final Class<?> ONE = IdleEndpoint.class;
  private static final List<String> CLASSES =
      List.of(
          "BlockingLine",
          "Broker",
          "BrokerEndpoint",
          "IdleEndpoint",
          "Line",
          "QueuedBrokerEndpoint",
          "QueuedLine",
          "QueuedLine$Completion",
          "QueuedRelayEndpoint",
          "Relay",
          "RelayEndpoint");

  private LimitWar() {}

  static Path write(Path to) throws IOException {
    try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(to))) {
      for (String page : List.of("index.html", "queued/index.html")) {
        war.putNextEntry(new ZipEntry(page));
        war.write("up".getBytes(StandardCharsets.US_ASCII));
      }
      for (String name : CLASSES) {
        String file = ONE.getPackageName().replace('.', '/') + '/' + name + ".class";
        war.putNextEntry(new ZipEntry("WEB-INF/classes/" + file));
        try (InputStream content = ONE.getClassLoader().getResourceAsStream(file)) {
          content.transferTo(war);
        }
      }
    }
    return to;
  }
}
