package io.github.usermediaplug.message;

import java.util.Optional;

/**
 * One message from a client, already validated: a value of this type is well formed by the contract
 * or is {@link Malformed}. There is one record for each schema of the seed.
 */
public sealed interface ClientMessage
    permits Whoami, RosterChange, RosterQuery, StatusChange, CallStep, Signal, Malformed {

  /** The {@code type} the client wrote, which a reply names in {@code for}. */
  String type();

  /** The user the message speaks for; empty where the message could not be read. */
  String user();

  /** The mark to be echoed, where there is one. */
  Optional<Tx> tx();

  /** Whether another user waits for it. */
  default boolean isAwaited() {
    return false;
  }
}
