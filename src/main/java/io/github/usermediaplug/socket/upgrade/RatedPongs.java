package io.github.usermediaplug.socket.upgrade;

import io.github.usermediaplug.socket.PingRate;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/**
 * An output that passes over pongs beyond the {@link PingRate}, and tells of all that get here:
 * those of a client that does not read wait in Tyrus, without a bound. Tyrus writes each frame
 * whole by one call, one at a time.
 */
final class RatedPongs extends ServletOutputStream {

  private static final byte PONG = (byte) 0x8A;

  private final ServletOutputStream output;
  private final IncomingFrames frames;
  private final PingRate rate = new PingRate();

  RatedPongs(ServletOutputStream output, IncomingFrames frames) {
    this.output = output;
    this.frames = frames;
  }

  @Override
  public void write(byte[] frame, int offset, int length) throws IOException {
    boolean pong = length > 0 && frame[offset] == PONG;
    if (pong) {
      frames.ponged();
    }
    if (!pong || rate.take()) {
      output.write(frame, offset, length);
    }
  }

  @Override
  public void write(int b) throws IOException {
    output.write(b);
  }

  @Override
  public void flush() throws IOException {
    output.flush();
  }

  @Override
  public void close() throws IOException {
    output.close();
  }

  @Override
  public boolean isReady() {
    return output.isReady();
  }

  /** That a flooded connection ends is no error to tell of: Tyrus would log it with its stack. */
  @Override
  public void setWriteListener(WriteListener listener) {
    output.setWriteListener(
        new WriteListener() {
          @Override
          public void onWritePossible() throws IOException {
            listener.onWritePossible();
          }

          @Override
          public void onError(Throwable failure) {
            if (!frames.isFlooded()) {
              listener.onError(failure);
            }
          }
        });
  }
}
