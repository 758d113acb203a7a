package io.github.usermediaplug.it.client;

import jakarta.json.JsonObject;

/**
 * The server's word to one of two that a pair has begun, with what this one needs to open its
 * media.
 */
public record ForceCall(String peer, String pair, String ticket, String media) {
  static ForceCall of(JsonObject push) {
    return new ForceCall(
        push.getString("peer"),
        push.getString("pair"),
        push.getString("ticket"),
        push.getString("media"));
  }

  /** The same with another ticket. */
  public ForceCall with(String otherTicket) {
    return new ForceCall(peer, pair, otherTicket, media);
  }
}
