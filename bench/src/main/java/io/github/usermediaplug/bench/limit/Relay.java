package io.github.usermediaplug.bench.limit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Relays whole messages between the two connections that name the same pair. */
final class Relay {

  static final int LARGEST = 64 << 10;
  private static final Map<String, Relay> WAITING = new ConcurrentHashMap<>();

  private final String pair;
  private final Line own;
  private volatile Line other;

  private Relay(String pair, Line own) {
    this.pair = pair;
    this.own = own;
  }

  /** The second of a pair begins it. */
  static Relay join(String pair, Line own) throws IOException {
    Relay relay = new Relay(pair, own);
    Relay first = WAITING.putIfAbsent(pair, relay);
    if (first != null) {
      WAITING.remove(pair);
      relay.other = first.own;
      first.other = own;
      first.own.text("{\"type\":\"pair\"}");
      own.text("{\"type\":\"pair\"}");
    }
    return relay;
  }

  /** Media. */
  void binary(ByteBuffer message) throws IOException {
    other.binary(message);
  }

  /** Credit. */
  void text(String message) throws IOException {
    other.text(message);
  }

  /** Nothing is kept for one that is gone. */
  void leave() {
    WAITING.remove(pair, this);
  }
}
