package io.github.usermediaplug.message;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** A {@link Signal}, told to the peer. */
@JsonbPropertyOrder({"type", "user", "peer", "data"})
public record SignalPush(String type, String user, String peer, String data)
    implements ServerMessage {

  /** The same signal without its mark, which is the sender's own. */
  public static SignalPush of(Signal signal) {
    return new SignalPush(Signal.TYPE, signal.user(), signal.peer(), signal.data());
  }
}
