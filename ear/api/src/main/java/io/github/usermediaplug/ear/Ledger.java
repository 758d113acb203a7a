package io.github.usermediaplug.ear;

import java.util.List;

/** What the observing module has noted, for the page that shows it. */
public interface Ledger {

  /** The last lines, the oldest first. */
  List<String> lines();
}
