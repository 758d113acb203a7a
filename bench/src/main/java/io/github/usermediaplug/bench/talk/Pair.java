package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Line;
import java.util.List;

/**
 * Two lines between which a subject relays.
 *
 * @param metas the lines by which the two have called each other; empty where a subject knows no
 *     calls
 * @param window how many bytes the sender may have outstanding
 */
public record Pair(Line sender, Line receiver, long window, List<Line> metas) {

  /** What the contract says, where a subject says nothing. */
  static final long WINDOW = 1 << 20;
}
