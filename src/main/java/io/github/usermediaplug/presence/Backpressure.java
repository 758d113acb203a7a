package io.github.usermediaplug.presence;

/**
 * How much other users may push to a connection that has not read it yet. A user gets half of what
 * is left, so that many who push much do not leave the next without, and a small share in any case.
 * What ends a call or a pair is not held to it: as many ends come as beginnings were let in.
 */
public final class Backpressure {

  /** How many bytes of others may wait for a connection before each has but the small share. */
  public static final long LIMIT = 512 << 10;

  /**
   * What any one user may have waiting however much others have: an offer of WebRTC, and a call.
   */
  static final long SHARE = 16 << 10;

  private Backpressure() {}

  /**
   * Whether a user may push a message to a connection.
   *
   * @param all how many bytes wait for the connection that others have pushed, this user among them
   * @param own how many of these are the user's
   * @param message the size of the message, in bytes
   */
  public static boolean admits(long all, long own, long message) {
    return own + message <= Math.max(SHARE, (LIMIT - all) / 2);
  }
}
