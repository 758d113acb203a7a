package io.github.usermediaplug.bench.subject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java of the same kind as this one, for every subject. */
final class JavaCommand {

  private JavaCommand() {}

  static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  /** {@code java}, the flags of this launch, and what it is to run. */
  static List<String> of(Launch launch, String... rest) {
    List<String> command = new ArrayList<>();
    command.add(home().resolve("bin/java").toString());
    command.addAll(launch.jvm());
    command.add("-Djava.io.tmpdir=" + launch.directory());
    command.addAll(List.of(rest));
    return command;
  }
}
