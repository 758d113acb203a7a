package io.github.usermediaplug.message;

import java.util.Optional;

/**
 * Schema Z: a connection says whose it is.
 *
 * @param token what proves it, where the host application issues tokens
 * @param resume the secret of an earlier connection of the same client, to take it over
 */
public record Whoami(String user, Optional<String> token, Optional<String> resume, Optional<Tx> tx)
    implements ClientMessage {

  /** The {@code type} of this message. */
  public static final String TYPE = "whoami";

  @Override
  public String type() {
    return TYPE;
  }

  /** Never shows the secrets. */
  @Override
  public String toString() {
    return "Whoami[user=" + user + "]";
  }
}
