package io.github.usermediaplug.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;

/** Why the server closes a connection: the close codes and phrases of the contract. */
public enum Closing {
  REPLACED(CloseCodes.NORMAL_CLOSURE, "replaced"),
  UNPAIRED(CloseCodes.NORMAL_CLOSURE, "unpaired"),
  SERVER_STOPPING(CloseCodes.GOING_AWAY, "the server stops"),
  NO_ANSWER(CloseCodes.GOING_AWAY, "no answer to pings"),
  TEXT_ONLY(CloseCodes.CANNOT_ACCEPT, "only text is taken here"),
  FOREIGN(CloseCodes.VIOLATED_POLICY, "this page, or this name of the server, may not connect"),
  WHOAMI_TIMEOUT(CloseCodes.VIOLATED_POLICY, "no whoami came in time"),
  WHOAMI_REFUSED(CloseCodes.VIOLATED_POLICY, "whoami was refused too often"),
  JOIN_TIMEOUT(CloseCodes.VIOLATED_POLICY, "no join came in time"),
  JOIN_REFUSED(CloseCodes.VIOLATED_POLICY, "the first message must be a join with a good ticket"),
  NOT_PAIRED_YET(CloseCodes.VIOLATED_POLICY, "wait for the message 'pair' before sending"),
  SERVERS_OWN(CloseCodes.VIOLATED_POLICY, "only the server sends 'pair' and 'hold'"),
  TOO_MANY_WAITING(CloseCodes.VIOLATED_POLICY, "too many messages wait for their replies"),
  RATE_LIMITED(CloseCodes.VIOLATED_POLICY, "too many messages too fast"),
  UNFINISHED(CloseCodes.VIOLATED_POLICY, "a message was not finished in time"),
  TOO_MANY_CONNECTIONS(CloseCodes.VIOLATED_POLICY, "too many connections from this address"),
  TOO_MANY_IN_ALL(CloseCodes.TRY_AGAIN_LATER, "the server has no room for more connections"),
  TOO_MANY_UNIDENTIFIED(CloseCodes.TRY_AGAIN_LATER, "too many have not said who they are"),
  NO_ROOM(CloseCodes.TRY_AGAIN_LATER, "the server has no memory left for this"),
  SLOW_CONSUMER(CloseCodes.VIOLATED_POLICY, "slow-consumer"),
  TOO_BIG(CloseCodes.TOO_BIG, "the message is too big"),
  BROKEN(CloseCodes.UNEXPECTED_CONDITION, "the connection failed");

  private final CloseReason reason;

  Closing(CloseReason.CloseCode code, String phrase) {
    this.reason = new CloseReason(code, phrase);
  }

  CloseReason reason() {
    return reason;
  }
}
