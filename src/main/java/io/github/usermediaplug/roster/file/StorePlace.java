package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the file is: as configured, or in the data directory of the server this runs on. */
final class StorePlace {

  private static final String DEFAULT = "user-media-plug/users.json";

  private StorePlace() {}

  static Path of(Configuration configuration) {
    return configuration
        .get(Key.STORE_FILE)
        .map(Path::of)
        .orElseGet(StorePlace::byServer)
        .toAbsolutePath()
        .normalize();
  }

  /** The properties by which WildFly, Payara and Tomcat name the directory of one server. */
  private static Path byServer() {
    return Stream.of("jboss.server.data.dir", "com.sun.aas.instanceRoot", "catalina.base")
        .map(System::getProperty)
        .filter(directory -> directory != null)
        .findFirst()
        .map(directory -> Path.of(directory, DEFAULT))
        .orElseGet(() -> Path.of(System.getProperty("user.home"), "." + DEFAULT));
  }
}
