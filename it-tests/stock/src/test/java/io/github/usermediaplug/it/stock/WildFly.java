package io.github.usermediaplug.it.stock;

import java.nio.file.Path;
import java.util.List;

/** WildFly, with its standalone.xml. */
record WildFly() implements Distribution {

  @Override
  public Path unpacked() {
    return Path.of(System.getProperty("wildfly.unpacked"));
  }

  @Override
  public Path war() {
    return Path.of(System.getProperty("thinWarUnderTest"));
  }

  @Override
  public String deployments() {
    return "standalone/deployments";
  }

  @Override
  public String storeFile() {
    return "standalone/data/user-media-plug/users.json";
  }

  @Override
  public String logs() {
    return "standalone/log";
  }

  @Override
  public int ports() {
    return 3;
  }

  @Override
  public void listen(Path home, Ports ports) {
    // standalone.xml takes them from properties.
  }

  @Override
  public List<String> start(Ports ports) {
    return List.of(
        "bin/standalone.sh",
        "-Djboss.http.port=" + ports.http(),
        "-Djboss.management.http.port=" + ports.admin(),
        "-Djboss.https.port=" + ports.others().findFirst().orElseThrow());
  }

  @Override
  public List<String> stop(Ports ports) {
    return List.of(
        "bin/jboss-cli.sh",
        "--connect",
        "--controller=127.0.0.1:" + ports.admin(),
        "--command=:shutdown");
  }
}
