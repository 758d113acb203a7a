package io.github.usermediaplug.roster.file;

import java.util.logging.Level;
import java.util.logging.Logger;

/** The time from the first write that fails to the next that does not: two lines in the log. */
final class Outage {

  private static final Logger LOG = Logger.getLogger(Outage.class.getName());

  private final String what;
  private long failures;

  Outage(String what) {
    this.what = what;
  }

  void goesOn(Throwable failure) {
    if (failures++ == 0) {
      LOG.log(
          Level.SEVERE, what + " could not be written; changes are refused until one can", failure);
    }
  }

  void ends() {
    if (failures > 0) {
      LOG.warning(what + " could be written again; writes that failed meanwhile: " + failures);
      failures = 0;
    }
  }
}
