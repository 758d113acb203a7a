package io.github.usermediaplug.message;

/** The contract's rules on characters. */
final class Text {

  /** The longest user id, status or type, in characters (code points). */
  static final int MAX_NAME = 128;

  private Text() {}

  /** Whether this may be a user id, a status or a type. */
  static boolean isName(String text) {
    return !text.isEmpty()
        && text.codePointCount(0, text.length()) <= MAX_NAME
        && text.chars().noneMatch(Character::isISOControl);
  }

  /**
   * Whether every surrogate has its other half. JSON can escape a lone one, UTF-8 cannot carry it,
   * so what was sent could not be forwarded unchanged.
   */
  static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }
}
