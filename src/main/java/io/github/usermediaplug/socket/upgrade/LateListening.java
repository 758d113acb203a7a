package io.github.usermediaplug.socket.upgrade;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/**
 * An input whose listener is kept until {@link #listen}. Used by one thread until then, and by
 * whichever the container runs the listener in from then on.
 */
final class LateListening extends ServletInputStream {

  private final ServletInputStream input;
  private ReadListener listener;
  private boolean listening;

  LateListening(ServletInputStream input) {
    this.input = input;
  }

  /** Tells the container of the listener, which may be called before this returns. */
  void listen() {
    listening = true;
    if (listener != null) {
      input.setReadListener(listener);
    }
  }

  @Override
  public void setReadListener(ReadListener readListener) {
    if (listening) {
      input.setReadListener(readListener);
    } else {
      listener = readListener;
    }
  }

  @Override
  public boolean isReady() {
    return input.isReady();
  }

  @Override
  public boolean isFinished() {
    return input.isFinished();
  }

  @Override
  public int available() throws IOException {
    return input.available();
  }

  @Override
  public int read() throws IOException {
    return input.read();
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    return input.read(to, offset, length);
  }

  @Override
  public long skip(long bytes) throws IOException {
    return input.skip(bytes);
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
