package io.github.usermediaplug.it.client;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends without regard, as fast as TCP takes it, until the server closes the line; without end, or
 * so many messages.
 */
public final class Flood implements Runnable {
  private static final byte[] DROP = new byte[64 << 10];

  private final SlowLink line;
  private final String name;

  private final long most;
  private final AtomicLong sent = new AtomicLong();

  private Flood(SlowLink line, User sender, long most) {
    this.line = line;
    this.most = most;
    this.name = "flood of " + sender.name();
  }

  /** Begins when the line is told that the pair is complete. */
  public static void into(SlowLink line, User sender) {
    into(line, sender, Long.MAX_VALUE);
  }

  /** The same with so many messages of 64 KiB, after which the line stays open. */
  public static Flood into(SlowLink line, User sender, long most) {
    Flood flood = new Flood(line, sender, most);
    Thread thread = new Thread(flood, flood.name);
    thread.setDaemon(true);
    thread.start();
    return flood;
  }

  /** How many messages TCP has taken so far. */
  public long sent() {
    return sent.get();
  }

  @Override
  public void run() {
    try {
      String first = line.read().text();
      if (!first.contains("\"pair\"")) {
        throw new IOException("not the beginning of a pair: " + first);
      }
      while (sent.get() < most) {
        line.poll();
        line.send(DROP);
        sent.incrementAndGet();
      }
      while (true) {
        line.read();
      }
    } catch (IOException e) {
      Transcript.note(name + " ended: " + e.getMessage());
    } finally {
      line.cut();
    }
  }
}
