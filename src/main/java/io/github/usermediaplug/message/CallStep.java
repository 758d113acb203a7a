package io.github.usermediaplug.message;

import java.util.Locale;
import java.util.Optional;

/** Schema C and its additions: a user takes one step of a call with one peer. */
public record CallStep(Verb verb, String user, String peer, Optional<Tx> tx)
    implements ClientMessage {

  /** The steps, in the order a call takes them. */
  public enum Verb {
    CALL,
    CANCEL,
    REJECT,
    ACCEPT,
    TICKET,
    UNPAIR;

    private final String type = name().toLowerCase(Locale.ROOT);

    /** The step's {@code type} on the wire. */
    public String type() {
      return type;
    }
  }

  /** Whether it answers a call that rings, or ends a call or a pair: another user waits for it. */
  @Override
  public boolean isAwaited() {
    return verb != Verb.CALL && verb != Verb.TICKET;
  }

  @Override
  public String type() {
    return verb.type;
  }
}
