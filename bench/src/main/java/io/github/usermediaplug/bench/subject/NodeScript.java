package io.github.usermediaplug.bench.subject;

import java.nio.file.Path;

/** A script of {@code bench/node}. */
public record NodeScript(Path script) implements Launcher {

  @Override
  public ProcessBuilder prepare(Launch launch) {
    return new ProcessBuilder("node", script.toString(), Integer.toString(launch.port()));
  }
}
