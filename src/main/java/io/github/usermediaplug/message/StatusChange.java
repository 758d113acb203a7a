package io.github.usermediaplug.message;

import java.util.Optional;

/** Schema F: a user sets its presence. */
public record StatusChange(String user, String status, Optional<Tx> tx) implements ClientMessage {

  static final String TYPE = "status";

  @Override
  public String type() {
    return TYPE;
  }
}
