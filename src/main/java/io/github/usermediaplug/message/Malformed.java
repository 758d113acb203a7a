package io.github.usermediaplug.message;

import java.util.Optional;

/**
 * A text that is no message of the contract. It is a value, so that it gets its reply in its turn
 * like any other; an exception thrown past the endpoint would close the connection on some
 * containers.
 *
 * @param type the {@code type} it named, or {@link #UNKNOWN}
 */
public record Malformed(String type, Optional<Tx> tx, Refusal refusal, String reason)
    implements ClientMessage {

  /** Stands in {@code for} where a message named no usable type. */
  public static final String UNKNOWN = "unknown";

  @Override
  public String user() {
    return "";
  }
}
