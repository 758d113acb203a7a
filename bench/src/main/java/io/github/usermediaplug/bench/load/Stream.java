package io.github.usermediaplug.bench.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * The same binary message again and again, as fast as the line takes it and never more outstanding
 * than the window. Used by the reactor's thread.
 */
final class Stream {

  private final ByteBuffer batch;
  private final int frame;
  private final int payload;
  private long permitted;
  private long sent;

  /**
   * A stream of what is in this batch.
   *
   * @param batch frames of one kind, one behind the other
   * @param payload of one of them, in bytes
   * @param window how many bytes of payload may be outstanding
   */
  Stream(ByteBuffer batch, int payload, long window) {
    this.batch = batch.duplicate();
    this.payload = payload;
    this.frame = Frames.headerLength(payload) + payload;
    this.permitted = window;
  }

  /** The receiver has consumed so many bytes of payload. */
  void credit(long bytes) {
    permitted += bytes;
  }

  long sent() {
    return sent;
  }

  /** Whether a message has been begun and not ended, so that nothing may come between. */
  boolean isWithinFrame() {
    return sent % frame != 0;
  }

  /** Whether there is anything it may send now. */
  boolean hasCredit() {
    return allowance() > 0;
  }

  /** Writes once, up to the batch's end. */
  void write(WritableByteChannel channel) throws IOException {
    write(channel, allowance());
  }

  /** Writes once, to the end of the message that has been begun. */
  void finishFrame(WritableByteChannel channel) throws IOException {
    write(channel, frame - sent % frame);
  }

  private long allowance() {
    return permitted / payload * frame - sent;
  }

  private void write(WritableByteChannel channel, long most) throws IOException {
    int at = (int) (sent % batch.capacity());
    batch.limit((int) Math.min(batch.capacity(), at + most)).position(at);
    sent += channel.write(batch);
  }
}
