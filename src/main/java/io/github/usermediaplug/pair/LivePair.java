package io.github.usermediaplug.pair;

import java.util.List;

/** A pair that lasts, with its two ends; written only in turns of the exchange. */
final class LivePair {

  private final Pair pair;
  private final Side caller;
  private final Side callee;
  private boolean dialled;

  LivePair(Pair pair, Side caller, Side callee) {
    this.pair = pair;
    this.caller = caller;
    this.callee = callee;
  }

  Pair pair() {
    return pair;
  }

  List<Side> sides() {
    return List.of(caller, callee);
  }

  Side side(String user) {
    return caller.user().equals(user) ? caller : callee;
  }

  /** Whether the pair's observers have returned, so that its users may be told to connect. */
  boolean dialled() {
    return dialled;
  }

  void dial() {
    dialled = true;
  }
}
