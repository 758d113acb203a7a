package io.github.usermediaplug.meta;

/**
 * A text as it came in.
 *
 * @param overdrawn how many in a row, with this one, were more than the connection may send; 0
 *     where it is within its allowance
 */
record Incoming(String text, int overdrawn) {

  /** What one small text takes of the memory, whatever it says. */
  private static final int OVERHEAD = 64;

  /** What it takes of the memory while it waits, in bytes; twice that in some alphabets. */
  int cost() {
    return text.length() + OVERHEAD;
  }
}
