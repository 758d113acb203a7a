package io.github.usermediaplug.message;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** A user's presence, told to its peers. */
@JsonbPropertyOrder({"type", "user", "status"})
public record StatusPush(String type, String user, String status) implements ServerMessage {

  /** The user's new presence. */
  public static StatusPush of(String user, String status) {
    return new StatusPush(StatusChange.TYPE, user, status);
  }
}
