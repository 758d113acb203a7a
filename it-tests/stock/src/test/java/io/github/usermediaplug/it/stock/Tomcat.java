package io.github.usermediaplug.it.stock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tomcat of either version.
 *
 * @param unpacked where the build has unpacked it
 */
record Tomcat(Path unpacked) implements Distribution {

  @Override
  public Path war() {
    return Path.of(System.getProperty("warUnderTest"));
  }

  @Override
  public String deployments() {
    return "webapps";
  }

  @Override
  public String storeFile() {
    return "user-media-plug/users.json";
  }

  @Override
  public String logs() {
    return "logs";
  }

  @Override
  public int ports() {
    return 2;
  }

  @Override
  public void listen(Path home, Ports ports) throws IOException {
    Path file = home.resolve("conf/server.xml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("port=\"8080\"", "port=\"" + ports.http() + "\"")
            .replace("port=\"8005\"", "port=\"" + ports.admin() + "\""));
    // Its zip, unlike its tar.gz, does not say that they are programs.
    try (Stream<Path> scripts = Files.list(home.resolve("bin"))) {
      scripts.filter(script -> script.toString().endsWith(".sh")).forEach(Tomcat::makeExecutable);
    }
  }

  private static void makeExecutable(Path script) {
    if (!script.toFile().setExecutable(true)) {
      throw new AssertionError(script + " cannot be made executable");
    }
  }

  @Override
  public List<String> start(Ports ports) {
    return List.of("bin/catalina.sh", "run");
  }

  @Override
  public List<String> stop(Ports ports) {
    return List.of("bin/shutdown.sh");
  }
}
