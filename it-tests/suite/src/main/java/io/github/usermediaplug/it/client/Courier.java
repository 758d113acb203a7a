package io.github.usermediaplug.it.client;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * One end of a relay that plays by the rules of flow control: it has at most the window's bytes
 * outstanding, and grants credit for what it takes.
 */
public final class Courier {
  private static final String CREDIT = "{\"type\":\"credit\"";

  private final Link link;
  private final Semaphore allowed;

  public Courier(Media media, int window) {
    this.link = media.link();
    this.allowed = new Semaphore(window);
  }

  /** Sends all, some of it in several frames. */
  public Void send(List<Message> messages, Random random) throws InterruptedException {
    for (Message message : messages) {
      if (message.isText()) {
        link.send(message);
      } else {
        int bytes = message.bytes().length;
        boolean granted = allowed.tryAcquire(bytes, Mailbox.PATIENCE.toMillis(), MILLISECONDS);
        assertTrue(granted, "credit is outstanding for longer than anybody waits");
        if (bytes > 0 && random.nextInt(4) == 0) {
          link.sendInFrames(message.bytes(), 1 + random.nextInt(bytes) / 3 + bytes / 50);
        } else {
          link.send(message);
        }
      }
    }
    return null;
  }

  /** Takes so many messages, and credit for so many bytes; gives back the digests in order. */
  public List<String> receive(int count, long creditDue) {
    List<String> digests = new ArrayList<>();
    long credited = 0;
    while (digests.size() < count || credited < creditDue) {
      Message message = link.next();
      if (message.isText() && message.text().startsWith(CREDIT)) {
        int bytes = Json.parse(message.text()).getInt("bytes");
        credited += bytes;
        allowed.release(bytes);
      } else {
        digests.add(message.digest());
        grant(message);
      }
    }
    return digests;
  }

  private void grant(Message message) {
    if (!message.isText()) {
      link.send(Json.of("type", "credit", "bytes", message.bytes().length).toString());
    }
  }
}
