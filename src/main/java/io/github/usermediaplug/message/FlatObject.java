package io.github.usermediaplug.message;

import java.util.Map;
import java.util.Optional;

/**
 * The result of the one parse of a text: its flat fields, and the first thing that was wrong. What
 * could be read is kept even then, so that the refusal can name the type and echo the mark. Public
 * because JSON-B binds public types only.
 *
 * @param fields values are {@code String}, {@code List<String>}, or {@link FlatObject#OTHER} for
 *     the kinds no field of the contract has
 * @param end where in the text the object ended, in characters
 */
public record FlatObject(
    Map<String, Object> fields, Optional<Tx> tx, Optional<String> problem, long end) {

  /** Stands for a number or a boolean: flat, and read by nobody. */
  public static final Object OTHER = new Object();

  Optional<String> type() {
    return fields.get("type") instanceof String type && Text.isName(type) && Text.isWellFormed(type)
        ? Optional.of(type)
        : Optional.empty();
  }
}
