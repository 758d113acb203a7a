package io.github.usermediaplug.bench.load;

/** What happens on a line. Called by the reactor's thread; must not block. */
public interface LineListener {

  /** Hears nothing. */
  LineListener NONE = new LineListener() {};

  /** The handshake is through. */
  default void opened(Line line) {}

  /** A whole text message. */
  default void text(Line line, String text) {}

  /**
   * A whole binary message went by.
   *
   * @param stamp its first eight bytes as a number
   */
  default void binary(Line line, long length, long stamp) {}

  /** The line has ended, for this reason; told once. */
  default void closed(Line line, String reason) {}
}
