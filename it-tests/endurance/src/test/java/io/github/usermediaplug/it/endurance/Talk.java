package io.github.usermediaplug.it.endurance;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Message;
import io.github.usermediaplug.it.client.SlowLink;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.Set;

/**
 * One user's media of one pair: numbered messages out, within credit; the other's in, whose numbers
 * must rise by one, but across a line that was lost.
 */
final class Talk {
  private static final int MOST = 16 << 10;
  private static final int WINDOW = 256 << 10;
  private static final int CREDIT_EVERY = 32 << 10;

  /** The pair has ended, before or after this one joined. */
  private static final Set<String> ENDED = Set.of("closed with 1000", "closed with 1008");

  private final SlowLink line;
  private final Tally tally;
  private boolean open;
  private boolean afresh = true;
  private boolean ended;
  private int outstanding;
  private int uncredited;
  private long heard = -1;

  Talk(SlowLink line, String join, Tally tally) {
    this.line = line;
    this.tally = tally;
    line.send(join);
  }

  boolean hasEnded() {
    return ended;
  }

  /** Takes what has come. */
  void hear() throws IOException {
    if (ended) {
      return;
    }
    try {
      for (var message = line.poll(); message.isPresent(); message = line.poll()) {
        hear(message.get());
      }
    } catch (IOException end) {
      if (end.getMessage() == null || !ENDED.contains(end.getMessage())) {
        throw end;
      }
      drop();
    }
  }

  private void hear(Message message) throws IOException {
    if (message.isText()) {
      hear(Json.parse(message.text()));
    } else {
      long number = ByteBuffer.wrap(message.bytes()).getLong();
      if (afresh ? number <= heard : number != heard + 1) {
        throw new AssertionError("media " + number + " came after " + heard);
      }
      afresh = false;
      heard = number;
      tally.add("media KiB", message.bytes().length >> 10);
      grant(message.bytes().length);
    }
  }

  private void hear(JsonObject word) {
    switch (word.getString("type")) {
      case "pair" -> {
        open = true;
        afresh = true;
        outstanding = 0;
      }
      case "hold" -> tally.add("holds");
      case "credit" -> outstanding -= word.getInt("bytes");
      default -> throw new AssertionError("unheard of on /media: " + word);
    }
  }

  private void grant(int bytes) {
    uncredited += bytes;
    if (uncredited >= CREDIT_EVERY) {
      line.send(Json.of("type", "credit", "bytes", uncredited).toString());
      uncredited = 0;
    }
  }

  /** Says the next message, where it may; gives the number of the one after it. */
  long say(long number, Random random) throws IOException {
    int size = 8 + random.nextInt(MOST);
    if (!open || outstanding + size > WINDOW) {
      return number;
    }
    line.send(ByteBuffer.allocate(size).putLong(0, number).array());
    outstanding += size;
    return number + 1;
  }

  void drop() {
    ended = true;
    line.cut();
  }

  void close() {
    ended = true;
    line.close();
  }
}
