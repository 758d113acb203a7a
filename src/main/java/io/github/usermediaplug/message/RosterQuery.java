package io.github.usermediaplug.message;

import java.util.Optional;

/** Schema B: a user asks for its peers. */
public record RosterQuery(Kind kind, String user, Optional<Tx> tx) implements ClientMessage {

  /** Which of the peers are asked for. */
  public enum Kind {
    ALL("peers"),
    ONLINE("peers-online");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  @Override
  public String type() {
    return kind.type;
  }
}
