package io.github.usermediaplug.presence;

/**
 * How much other users may push to a connection that has not read it yet. A user gets half of what
 * is left, so that however many push, the sum stays below the limit, and those who push much do not
 * leave the next without. One whom the connection's user is paired with has a small share of its
 * own, for a user is in so many pairs only. What ends a call or a pair is not held to it: as many
 * ends come as beginnings were let in.
 */
public final class Backpressure {

  /** How many bytes of others may wait for a connection, but for the shares of pairs. */
  public static final long LIMIT = 512 << 10;

  /** What each that is paired may have waiting: an offer of WebRTC, say. */
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
    return own + message <= (LIMIT - all) / 2;
  }

  /** Whether one who is paired with the connection's user may do so in any case. */
  public static boolean admitsPaired(long own, long message) {
    return own + message <= SHARE;
  }
}
