package io.github.usermediaplug.bench.subject;

import io.github.usermediaplug.bench.raw.RelayServer;

/** The relay of bytes, from this program's own classes. */
public record RawRelay() implements Launcher {

  @Override
  public ProcessBuilder prepare(Launch launch) {
    return new ProcessBuilder(
        JavaCommand.of(
            launch,
            "-cp",
            System.getProperty("java.class.path"),
            RelayServer.class.getName(),
            Integer.toString(launch.port())));
  }
}
