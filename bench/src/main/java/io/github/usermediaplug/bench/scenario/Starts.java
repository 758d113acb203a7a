package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Starts subjects, each in a fresh process and directory. */
public interface Starts {

  /** With the product's users in this file, and these flags more where it is in Java. */
  Running start(Subject subject, Path store, String... flags) throws IOException;

  /**
   * The product with its defaults but for these settings, by the names of their environment, and
   * these flags more.
   */
  Running startWithDefaults(
      Subject subject, Path store, Map<String, String> settings, String... flags)
      throws IOException;

  /** A file for users, in a directory of its own; not there yet. */
  Path newStore() throws IOException;
}
