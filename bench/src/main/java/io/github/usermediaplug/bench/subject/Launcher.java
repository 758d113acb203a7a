package io.github.usermediaplug.bench.subject;

import java.io.IOException;

/** Knows how one kind of server is started. */
@FunctionalInterface
public interface Launcher {

  /** The command that starts it, its files laid out. */
  ProcessBuilder prepare(Launch launch) throws IOException;
}
