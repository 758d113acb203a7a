package io.github.usermediaplug.message;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** Schema E: connect to the media endpoint now. */
@JsonbPropertyOrder({"type", "peer", "pair", "ticket", "media"})
public record ForceCall(String type, String peer, String pair, String ticket, String media)
    implements ServerMessage {

  /** For the user that is to be bridged with {@code peer}. */
  public static ForceCall to(String peer, String pair, String ticket, String media) {
    return new ForceCall("force-call", peer, pair, ticket, media);
  }

  /** Never shows the ticket. */
  @Override
  public String toString() {
    return "ForceCall[peer=" + peer + ", pair=" + pair + "]";
  }
}
