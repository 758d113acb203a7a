package io.github.usermediaplug.call;

import io.github.usermediaplug.presence.Connection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.Future;

/** A call that rings; written only in turns of the exchange. */
final class Ring {

  private final String callee;
  private final Set<Connection> told = Collections.newSetFromMap(new IdentityHashMap<>());
  private final SignalLimit fromCaller;
  private final SignalLimit fromCallee;
  private Connection caller;
  private Future<?> timeout;

  Ring(Connection caller, String callee, EarlySignals signals) {
    this.caller = caller;
    this.callee = callee;
    this.fromCaller = signals.begin(caller.user(), callee);
    this.fromCallee = signals.begin(callee, caller.user());
  }

  /** The connection that called, and that the pair will be on. */
  Connection caller() {
    return caller;
  }

  String callee() {
    return callee;
  }

  /** The call has been pushed to this connection of the callee's. */
  void tell(Connection connection) {
    told.add(connection);
  }

  /** Whether it has, so that the connection is to know of the call's end. */
  boolean hasTold(Connection connection) {
    return told.contains(connection);
  }

  /** What one of the two may still signal before the call is accepted. */
  SignalLimit signalsOf(String user) {
    return isFrom(user) ? fromCaller : fromCallee;
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

  /** What has been signalled counts for the next call of the two. */
  void remember(EarlySignals signals) {
    signals.end(caller.user(), callee, fromCaller);
    signals.end(callee, caller.user(), fromCallee);
  }
}
