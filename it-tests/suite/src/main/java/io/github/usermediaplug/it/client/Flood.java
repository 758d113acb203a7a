package io.github.usermediaplug.it.client;

import java.io.IOException;

/**
 * Sends without end and without regard, as fast as TCP takes it, until the server closes the line.
 */
public final class Flood implements Runnable {
  private static final byte[] DROP = new byte[64 << 10];

  private final SlowLink line;
  private final String name;

  private Flood(SlowLink line, User sender) {
    this.line = line;
    this.name = "flood of " + sender.name();
  }

  /** Begins when the line is told that the pair is complete. */
  public static void into(SlowLink line, User sender) {
    Flood flood = new Flood(line, sender);
    Thread thread = new Thread(flood, flood.name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    try {
      String first = line.read().text();
      if (!first.contains("\"pair\"")) {
        throw new IOException("not the beginning of a pair: " + first);
      }
      while (true) {
        while (line.hasUnread()) {
          line.read();
        }
        line.send(DROP);
      }
    } catch (IOException e) {
      Transcript.note(name + " ended: " + e.getMessage());
    } finally {
      line.cut();
    }
  }
}
