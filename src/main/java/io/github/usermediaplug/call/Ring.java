package io.github.usermediaplug.call;

import io.github.usermediaplug.presence.Connection;
import java.util.concurrent.Future;

/** A call that rings; written only in turns of the exchange. */
final class Ring {

  private final String callee;
  private Connection caller;
  private Future<?> timeout;

  Ring(Connection caller, String callee) {
    this.caller = caller;
    this.callee = callee;
  }

  /** The connection that called, and that the pair will be on. */
  Connection caller() {
    return caller;
  }

  String callee() {
    return callee;
  }

  boolean isFrom(String user) {
    return caller.user().equals(user);
  }

  void moveTo(Connection connection) {
    caller = connection;
  }

  void endsWith(Future<?> timer) {
    timeout = timer;
  }

  void stop() {
    timeout.cancel(false);
  }
}
