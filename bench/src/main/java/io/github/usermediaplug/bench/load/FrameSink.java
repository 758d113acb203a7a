package io.github.usermediaplug.bench.load;

/** What a {@link FrameParser} finds. */
interface FrameSink {

  /**
   * A whole binary message went by.
   *
   * @param stamp its first eight bytes as a number; 0 where it is shorter
   */
  void binary(long length, long stamp);

  /** A whole text message. */
  void text(byte[] utf8, int length);

  /** A ping, pong or close. */
  void control(int opcode, byte[] payload);
}
