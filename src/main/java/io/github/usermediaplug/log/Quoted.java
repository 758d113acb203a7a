package io.github.usermediaplug.log;

/**
 * Text that a client chose, in a form in which it cannot pass for the log's own: between quotes,
 * and whatever would end the quotes or the line, is not seen, or changes the order in which the
 * line is read is escaped as in Java. Letters of any script stay as they are.
 */
public final class Quoted {

  /** How many characters are shown; of a longer text the first. */
  static final int LONGEST = 200;

  private Quoted() {}

  /** The text for one line of a log; {@code null} if there is none. */
  public static String of(String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder quoted = new StringBuilder("'");
    text.codePoints().limit(LONGEST).forEach(character -> append(character, quoted));
    return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "'..." : "'").toString();
  }

  private static void append(int character, StringBuilder quoted) {
    if (character == '\'' || character == '\\') {
      quoted.append('\\').appendCodePoint(character);
    } else if (isSeenAsItIs(character)) {
      quoted.appendCodePoint(character);
    } else {
      quoted.append(
          (Character.isBmpCodePoint(character) ? "\\u%04x" : "\\U%08x").formatted(character));
    }
  }

  private static boolean isSeenAsItIs(int character) {
    return character == ' '
        || switch (Character.getType(character)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.SPACE_SEPARATOR ->
              false;
          default -> true;
        };
  }
}
