package io.github.usermediaplug.limit;

/**
 * What a message costs. Its work is counted in units: one connection that is told something, one
 * look into the store, or 4 KiB that are read, written or forwarded. A message of up to ten units
 * costs one message of the rate, as nearly all do; one of more costs one for each ten.
 *
 * <p>Work that depends on who is online is priced as if everybody were, if a policy hides who is:
 * else the price would tell.
 */
public final class Price {

  /** How much work one message of the rate pays for. */
  public static final int UNITS_PER_MESSAGE = 10;

  /** How many bytes are a unit of work. */
  public static final int BYTES_PER_UNIT = 4 << 10;

  /** How many users can be looked up among those online for a unit. */
  public static final int LOOKUPS_PER_UNIT = 50;

  /**
   * A peer of whom is asked whether it may be told of a status, if a policy hides who is there: the
   * look-up and the telling, on however many connections.
   */
  public static final int HIDDEN_VIEWER = 2;

  /** A call, refused or not: what is asked about the two, a timer, and the ringing. */
  public static final int CALL = 20;

  /** A pair, for either of the two: events, a bridge, tickets, and two lines of the audit. */
  public static final int PAIR = 200;

  private Price() {}

  /** The work of reading or writing so many bytes. */
  public static long ofBytes(long bytes) {
    return bytes / BYTES_PER_UNIT;
  }

  /** The work of looking so many users up among those online, or in a list of peers. */
  public static long ofLookups(long users) {
    return users / LOOKUPS_PER_UNIT;
  }

  /** How many messages of the rate this work costs beyond the one that is counted already. */
  public static long surplus(long units) {
    return Math.max(0, (units - 1) / UNITS_PER_MESSAGE);
  }
}
