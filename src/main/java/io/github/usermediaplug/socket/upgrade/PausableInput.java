package io.github.usermediaplug.socket.upgrade;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.Executor;

/**
 * An input whose listener is kept until {@link #listen}, and to which nothing seems to have come
 * while it is paused. Its listener runs in one thread at a time: the container's, or one of ours if
 * something came during a pause.
 */
final class PausableInput extends ServletInputStream {

  /** So many bytes are given at once of a client whose frames are small: a pause may be due. */
  private static final int LITTLE = 1 << 10;

  /** After so many bytes, one of our threads sees to the next client. */
  private static final int TURN = 256 << 10;

  private final ServletInputStream input;
  private final IncomingFrames frames;
  private ReadListener listener; // by the handshake's thread, before it listens
  private boolean listening; // by the same
  private int turnLeft; // by the thread that reads
  private boolean reading; // guarded by this, as the next
  private boolean due; // there is more to read of which the container tells nobody
  private boolean paused;

  PausableInput(ServletInputStream input, IncomingFrames frames) {
    this.input = input;
    this.frames = frames;
  }

  /** Tells the container of the listener, which may be called before this returns. */
  void listen() {
    listening = true;
    if (listener != null) {
      input.setReadListener(new UnlessPaused());
    }
  }

  @Override
  public void setReadListener(ReadListener readListener) {
    listener = readListener;
    if (listening) {
      listen();
    }
  }

  /** Any thread may call it. What is being read at this moment is still handled. */
  synchronized void pause() {
    paused = true;
  }

  /** Any thread may call it. What has come meanwhile is read by the executor's threads. */
  void resume(Executor executor) {
    synchronized (this) {
      paused = false;
      if (reading || !due) {
        return;
      }
      reading = true;
    }
    executor.execute(() -> readOn(executor));
  }

  private void readOn(Executor executor) {
    try {
      turnLeft = TURN;
      if (input.isReady()) {
        listener.onDataAvailable();
      }
      if (isMoreDue()) {
        executor.execute(() -> readOn(executor));
      }
    } catch (IOException | RuntimeException failure) {
      listener.onError(failure);
    }
  }

  private synchronized boolean isMoreDue() {
    reading = due && !paused;
    due &= !reading;
    return reading;
  }

  @Override
  public boolean isReady() {
    synchronized (this) {
      if (paused || turnLeft <= 0) {
        due = true;
        return false;
      }
    }
    return input.isReady();
  }

  @Override
  public boolean isFinished() {
    return input.isFinished();
  }

  @Override
  public int available() throws IOException {
    return Math.min(input.available(), frames.areSmall() ? LITTLE : Integer.MAX_VALUE);
  }

  /** Gives the end of the stream if something has come and is not to be handled. */
  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) > 0 ? Byte.toUnsignedInt(one[0]) : -1;
  }

  /** Gives 0 if something has come and is not to be handled. */
  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    int read = input.read(to, offset, length);
    turnLeft -= Math.max(0, read);
    return read > 0 && !frames.read(to, offset, read) ? 0 : read;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  /** In the container's threads, which have no turns. */
  private final class UnlessPaused implements ReadListener {

    @Override
    public void onDataAvailable() throws IOException {
      synchronized (PausableInput.this) {
        due = true;
        if (reading || !isMoreDue()) {
          return;
        }
      }
      turnLeft = Integer.MAX_VALUE;
      do {
        if (input.isReady()) {
          listener.onDataAvailable();
        }
      } while (isMoreDue());
    }

    @Override
    public void onAllDataRead() throws IOException {
      listener.onAllDataRead();
    }

    @Override
    public void onError(Throwable failure) {
      listener.onError(failure);
    }
  }
}
