package io.github.usermediaplug.socket;

/** Sizes as they are on the wire. */
final class Utf8 {

  private Utf8() {}

  /**
   * Bytes of this text in UTF-8. Each half of a surrogate pair counts two, so that the parts of a
   * text add up wherever a container cut it.
   */
  static int length(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }
}
