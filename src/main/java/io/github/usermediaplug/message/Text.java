package io.github.usermediaplug.message;

/** The contract's rules on characters. */
final class Text {

  /** The longest user id, status or type, in characters (code points). */
  static final int MAX_NAME = 128;

  private Text() {}

  /** Whether this may be a user id, a status or a type. */
  static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty() && text.codePointCount(0, text.length()) <= MAX_NAME;
  }

  /**
   * Whether every surrogate has its other half. JSON can escape a lone one, UTF-8 cannot carry it,
   * so what was sent could not be forwarded unchanged.
   */
  static boolean isWellFormed(String text) {
    // Every character of every message passes here, so without a stream.
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (Character.charCount(text.codePointAt(i)) == 1) {
          return false;
        }
        i++;
      }
    }
    return true;
  }
}
