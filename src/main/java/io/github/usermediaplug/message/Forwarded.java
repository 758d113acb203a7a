package io.github.usermediaplug.message;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A step of a call, told to the other side. The server sends the same form where a call or a pair
 * ends by itself; it then carries a reason.
 *
 * @param reason null where a user took the step
 */
@JsonbPropertyOrder({"type", "user", "peer", "reason"})
public record Forwarded(String type, String user, String peer, String reason)
    implements ServerMessage {

  /** A step that {@code user} took towards {@code peer}. */
  public static Forwarded step(CallStep.Verb verb, String user, String peer) {
    return new Forwarded(verb.type(), user, peer, null);
  }

  /** A step that nobody took. */
  public static Forwarded step(CallStep.Verb verb, String user, String peer, String reason) {
    return new Forwarded(verb.type(), user, peer, reason);
  }
}
