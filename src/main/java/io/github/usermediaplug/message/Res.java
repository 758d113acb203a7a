package io.github.usermediaplug.message;

import jakarta.json.bind.annotation.JsonbTypeSerializer;

/** Schema D: the reply to one client message. */
@JsonbTypeSerializer(ResSerializer.class)
public record Res(ClientMessage message, Answer answer) implements ServerMessage {

  /** The one reply to this message, in the form the contract gives it. */
  public static ServerMessage to(ClientMessage message, Answer answer) {
    if (message.tx().isEmpty() && answer instanceof Answer.Peers list) {
      return new PeersList("peers", list.peers());
    }
    if (message.tx().isEmpty() && answer instanceof Answer.PeersOnline list) {
      return new PeersOnlineList("peers-online", list.peers());
    }
    return new Res(message, answer);
  }
}
