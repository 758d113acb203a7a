package io.github.usermediaplug.media;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.Optional;

/** The first message on {@code /media}: who joins whom, and the ticket that lets it. */
public record Join(String type, String user, String peer, String ticket) {

  private static final Jsonb JSONB = JsonbBuilder.create();

  /** Reads a join; anything else is none. */
  static Optional<Join> read(String text) {
    try {
      return Optional.ofNullable(JSONB.fromJson(text, Join.class)).filter(Join::isWhole);
    } catch (RuntimeException notAJoin) {
      // Parsers refuse some texts by no narrower type.
      return Optional.empty();
    }
  }

  /** Never shows the ticket. */
  @Override
  public String toString() {
    return "Join[user=" + user + ", peer=" + peer + "]";
  }

  private boolean isWhole() {
    return "join".equals(type) && user != null && peer != null && ticket != null;
  }
}
