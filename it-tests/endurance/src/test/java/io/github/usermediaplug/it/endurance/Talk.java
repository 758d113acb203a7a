package io.github.usermediaplug.it.endurance;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Message;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
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

  /** The pair has ended since this one joined. */
  private static final int UNPAIRED = 1000;

  private static final String REPLACED = "1000 replaced";

  /** It joined too late. */
  private static final int REFUSED = 1008;

  private final Line line;
  private final boolean isFirst;
  private final Tally tally;
  private boolean open;
  private boolean afresh = true;
  private int outstanding;
  private int uncredited;
  private long heard = -1;

  Talk(Line line, String join, boolean isFirst, Tally tally) {
    this.line = line;
    this.isFirst = isFirst;
    this.tally = tally;
    line.say(join);
  }

  boolean hasEnded() {
    return line.isOver();
  }

  /**
   * Whether the server has ended it as it does only when the pair has ended. The join of an earlier
   * talk, sent before that was dropped, may be read after this one's and replace it.
   */
  boolean impliesUnpaired() {
    return line.endedByServer().stream()
        .anyMatch(
            code ->
                code == UNPAIRED ? !line.reason().equals(REPLACED) : isFirst && code != REFUSED);
  }

  /** Takes what has come. */
  void hear() throws IOException {
    if (line.isOver()) {
      return;
    }
    for (Optional<Message> message = line.poll(); message.isPresent(); message = line.poll()) {
      hear(message.get());
    }
    line.endedByServer().ifPresent(this::end);
  }

  private void end(int code) {
    if (!Set.of(UNPAIRED, REFUSED, Line.NO_WORD).contains(code)) {
      throw new AssertionError("media ended with " + code);
    }
    tally.add("media ended with " + (line.reason().isEmpty() ? code : line.reason()));
    line.cut();
  }

  private void hear(Message message) {
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
      line.say(Json.of("type", "credit", "bytes", uncredited).toString());
      uncredited = 0;
    }
  }

  /** Says the next message, where it may; gives the number of the one after it. */
  long say(long number, Random random) {
    int size = 8 + random.nextInt(MOST);
    if (!open || outstanding + size > WINDOW) {
      return number;
    }
    line.say(ByteBuffer.allocate(size).putLong(0, number).array());
    outstanding += size;
    return number + 1;
  }

  void drop() {
    line.cut();
  }

  void close() {
    line.close();
  }
}
