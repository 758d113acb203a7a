package io.github.usermediaplug.message;

/**
 * A client's transaction mark, to be echoed as the same JSON value.
 *
 * <p>A number is kept as the literal the client wrote: read as a {@code double} or a {@code
 * BigDecimal} and written again, {@code 5.6e-8}, {@code 0.30000000000000004} or {@code -0} could
 * come back as another value.
 *
 * @param text a number's literal, or a string's characters
 * @param number whether it is a JSON number
 */
public record Tx(String text, boolean number) {

  /** The longest mark, in characters; RFC 8259 sets none, the contract does for strings. */
  public static final int MAX_LENGTH = 64;
}
