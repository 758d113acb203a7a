package io.github.usermediaplug.launcher;

import java.util.logging.LogManager;

/**
 * Java's own, but what is logged while the server stops is logged too: the original closes its
 * handlers when the process is told to end, beside the server's own stop.
 */
public final class LastingLogManager extends LogManager {

  /** Closes nothing; each record has been written when it was logged. */
  @Override
  public void reset() {}
}
