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
  private final UnfinishedFrame frame;
  private ReadListener listener;
  private boolean listening;

  LateListening(ServletInputStream input, UnfinishedFrame frame) {
    this.input = input;
    this.frame = frame;
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
    int next = input.read();
    if (next >= 0) {
      frame.read(new byte[] {(byte) next}, 0, 1);
    }
    return next;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int read = input.read(to, offset, length);
    if (read > 0) {
      frame.read(to, offset, read);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
