package io.github.usermediaplug.bench.subject;

import io.github.usermediaplug.bench.limit.BrokerEndpoint;
import io.github.usermediaplug.bench.limit.IdleEndpoint;
import io.github.usermediaplug.bench.limit.RelayEndpoint;
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

  private static final List<Class<?>> ENDPOINTS =
      List.of(RelayEndpoint.class, IdleEndpoint.class, BrokerEndpoint.class);

  private LimitWar() {}

  static Path write(Path to) throws IOException {
    try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(to))) {
      war.putNextEntry(new ZipEntry("index.html"));
      war.write("up".getBytes(StandardCharsets.US_ASCII));
      for (Class<?> endpoint : ENDPOINTS) {
        String file = endpoint.getName().replace('.', '/') + ".class";
        war.putNextEntry(new ZipEntry("WEB-INF/classes/" + file));
        try (InputStream content = endpoint.getClassLoader().getResourceAsStream(file)) {
          content.transferTo(war);
        }
      }
    }
    return to;
  }
}
