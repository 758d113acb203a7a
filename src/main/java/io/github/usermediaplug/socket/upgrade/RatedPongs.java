package io.github.usermediaplug.socket.upgrade;

import io.github.usermediaplug.socket.PingRate;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/**
 * An output that passes over pongs beyond the {@link PingRate}: Tyrus queues one for each ping,
 * without a bound, for a client that does not read. Tyrus writes each frame whole by one call, one
 * at a time.
 */
final class RatedPongs extends ServletOutputStream {

  private static final byte PONG = (byte) 0x8A;

  private final ServletOutputStream output;
  private final PingRate rate = new PingRate();

  RatedPongs(ServletOutputStream output) {
    this.output = output;
  }

  @Override
  public void write(byte[] frame, int offset, int length) throws IOException {
    if (length == 0 || frame[offset] != PONG || rate.take()) {
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

  @Override
  public void setWriteListener(WriteListener listener) {
    output.setWriteListener(listener);
  }
}
