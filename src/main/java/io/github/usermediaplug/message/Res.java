package io.github.usermediaplug.message;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/** Schema D: the reply to one client message. */
@JsonbPropertyOrder({"type", "answered", "ok", "tx", "error", "reason"})
public record Res(
    String type,
    @JsonbProperty("for") String answered,
    boolean ok,
    Tx tx,
    String error,
    String reason,
    String resume,
    String ticket,
    String media,
    List<String> peers,
    @JsonbProperty("peers_online") List<String> peersOnline)
    implements ServerMessage {

  /** The one reply to this message, in the form the contract gives it. */
  public static ServerMessage to(ClientMessage message, Answer answer) {
    boolean marked = message.tx().isPresent();
    if (answer instanceof Answer.Peers list) {
      return marked
          ? ok(message, null, null, null, list.peers(), null)
          : PeersList.of(list.peers());
    }
    if (answer instanceof Answer.PeersOnline list) {
      return marked
          ? ok(message, null, null, null, null, list.peers())
          : PeersOnlineList.of(list.peers());
    }
    if (answer instanceof Answer.Identified identified) {
      return ok(message, identified.resume(), null, null, null, null);
    }
    if (answer instanceof Answer.Ticketed ticketed) {
      return ok(message, null, ticketed.ticket(), ticketed.media(), null, null);
    }
    if (answer instanceof Answer.Refused refused) {
      String error = refused.refusal().code();
      Tx tx = message.tx().orElse(null);
      return new Res(
          "res", message.type(), false, tx, error, refused.reason(), null, null, null, null, null);
    }
    return ok(message, null, null, null, null, null);
  }

  private static Res ok(
      ClientMessage message,
      String resume,
      String ticket,
      String media,
      List<String> peers,
      List<String> peersOnline) {
    Tx tx = message.tx().orElse(null);
    return new Res(
        "res", message.type(), true, tx, null, null, resume, ticket, media, peers, peersOnline);
  }
}
