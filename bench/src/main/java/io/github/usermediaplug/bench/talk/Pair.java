package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Line;

/**
 * Two lines between which a subject relays.
 *
 * @param window how many bytes the sender may have outstanding
 */
public record Pair(Line sender, Line receiver, long window) {

  /** What the contract says, where a subject says nothing. */
  static final long WINDOW = 1 << 20;
}
