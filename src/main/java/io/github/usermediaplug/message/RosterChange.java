package io.github.usermediaplug.message;

import java.util.List;
import java.util.Optional;

/** Schema A: a user changes what is kept of it on disk. */
public record RosterChange(Kind kind, String user, List<String> peers, Optional<Tx> tx)
    implements ClientMessage {

  /** What is to be done with the peers. */
  public enum Kind {
    REGISTER("reg-user"),
    ADD("add-peers"),
    DELETE("del-peers");

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
