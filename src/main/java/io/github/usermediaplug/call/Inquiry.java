package io.github.usermediaplug.call;

/**
 * What is found out about two users before one rings the other.
 *
 * @param callerKnown whether the caller is registered
 * @param calleeKnown whether the callee is
 * @param allowed whether the one may ring the other; if not, the other is not there for it
 */
public record Inquiry(boolean callerKnown, boolean calleeKnown, boolean allowed) {

  /** Whether it may be said that somebody is not registered: of others only where one may call. */
  boolean findsNobody() {
    return !callerKnown || allowed && !calleeKnown;
  }
}
