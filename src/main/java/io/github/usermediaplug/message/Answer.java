package io.github.usermediaplug.message;

import java.util.List;

/** What a room decided about a client message: the part of its reply that is not the envelope. */
public sealed interface Answer {

  /** Done, with nothing more to say. */
  Answer OK = new Done();

  /** Done as asked. */
  record Done() implements Answer {}

  /** Identified; a later connection may take this one over with the secret. */
  record Identified(String resume) implements Answer {}

  /** A fresh media ticket, and where to use it. */
  record Ticketed(String ticket, String media) implements Answer {}

  /** The peers, in the order added. */
  record Peers(List<String> peers) implements Answer {}

  /** The peers that are online. */
  record PeersOnline(List<String> peers) implements Answer {}

  /** Refused; nothing was changed. */
  record Refused(Refusal refusal, String reason) implements Answer {}

  /** Refused, with a sentence for the client's author. */
  static Answer refused(Refusal refusal, String reason) {
    return new Refused(refusal, reason);
  }
}
