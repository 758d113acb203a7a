package io.github.usermediaplug.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Tomcat with its own defaults; only its port is ours, and that it takes 20,000 connections. */
record TomcatServer(Path home, Path war, String context) implements Launcher {

  private static final String SERVER_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Server port="-1">
        <Service name="Catalina">
          <Connector port="%d" protocol="HTTP/1.1" maxConnections="20000"/>
          <Engine name="Catalina" defaultHost="localhost">
            <Host name="localhost" appBase="webapps" autoDeploy="false"/>
          </Engine>
        </Service>
      </Server>
      """;

  @Override
  public ProcessBuilder prepare(Launch launch) throws IOException {
    Path base = launch.directory().resolve("base");
    Directories.copy(home.resolve("conf"), base.resolve("conf"));
    Files.writeString(base.resolve("conf/server.xml"), SERVER_XML.formatted(launch.port()));
    for (String needed : new String[] {"webapps", "logs", "temp", "work"}) {
      Files.createDirectories(base.resolve(needed));
    }
    Files.copy(war, base.resolve("webapps/" + context + ".war"));
    return new ProcessBuilder(
        JavaCommand.of(
            launch,
            "-Dcatalina.home=" + home,
            "-Dcatalina.base=" + base,
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
            "-cp",
            home.resolve("bin/bootstrap.jar") + ":" + home.resolve("bin/tomcat-juli.jar"),
            "org.apache.catalina.startup.Bootstrap",
            "start"));
  }
}
