package io.github.usermediaplug.message;

import java.util.Locale;

/** Why a client message was refused: the closed list of codes a {@code res} may carry. */
public enum Refusal {
  BAD_JSON,
  BAD_MESSAGE,
  UNKNOWN_TYPE,
  NOT_IDENTIFIED,
  ALREADY_IDENTIFIED,
  IDENTITY_TAKEN,
  IDENTITY_MISMATCH,
  NOT_AUTHORIZED,
  USER_EXISTS,
  UNKNOWN_USER,
  PEER_OFFLINE,
  CALL_EXISTS,
  ALREADY_PAIRED,
  NO_SUCH_CALL,
  NOT_PAIRED,
  RATE_LIMITED,
  TOO_LARGE,
  SERVER_ERROR;

  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The code as it stands on the wire, for example {@code peer-offline}. */
  public String code() {
    return code;
  }
}
