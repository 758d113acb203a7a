package io.github.usermediaplug.it.endurance;

import io.github.usermediaplug.it.client.Message;
import io.github.usermediaplug.it.client.SlowLink;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A line of the crowd's, and the only class that knows how TCP ends one. It was we who ended it:
 * then nothing is heard or said any more. Or it was the server: by a close frame, by a FIN without
 * one, or by a reset, which may meet a read, a write, or the answer to a ping. A write that meets a
 * reset is no end yet: what came before, a close frame perhaps, is heard first.
 *
 * <p>A FIN or reset without a close frame is not seen by listening alone, but by what is said next,
 * or by {@link #await}.
 */
final class Line {
  /** Ended without a close frame: RFC 6455, section 7.1.5. */
  static final int NO_WORD = 1006;

  private final SlowLink link;
  private boolean ours;
  private boolean refusing;
  private OptionalInt code = OptionalInt.empty();
  private String reason = "";

  Line(SlowLink link) {
    this.link = link;
  }

  private interface Hearing {
    Optional<Message> hear() throws IOException;
  }

  private interface Saying {
    void say() throws IOException;
  }

  /** Says it, unless the line has ended; that is heard of when it is listened to. */
  void say(String text) {
    say(() -> link.send(text));
  }

  /** Says it, as the other does. */
  void say(byte[] bytes) {
    say(() -> link.send(bytes));
  }

  private void say(Saying what) {
    if (isOver() || refusing) {
      return;
    }
    try {
      what.say();
    } catch (SocketException reset) {
      refusing = true;
    } catch (UncheckedIOException failed) {
      if (!(failed.getCause() instanceof SocketException)) {
        throw failed;
      }
      refusing = true;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The next message that has come already; none either where the line has ended. */
  Optional<Message> poll() throws IOException {
    return hear(link::poll);
  }

  /** The next message, however long that takes; none where the line has ended. */
  Optional<Message> await() throws IOException {
    return hear(() -> Optional.of(link.read()));
  }

  private Optional<Message> hear(Hearing next) throws IOException {
    while (!isOver()) {
      try {
        Optional<Message> message = next.hear();
        if (message.isPresent() || !refusing) {
          return message;
        }
        code = OptionalInt.of(NO_WORD);
      } catch (SlowLink.Closed closed) {
        code = OptionalInt.of(closed.code());
        reason = closed.reason();
      } catch (EOFException fin) {
        code = OptionalInt.of(NO_WORD);
      } catch (SocketException reset) {
        // Of a pong that was written, perhaps: then more may have come.
        if (refusing) {
          code = OptionalInt.of(NO_WORD);
        }
        refusing = true;
      }
    }
    return Optional.empty();
  }

  /** Whether something said has met a reset. */
  boolean isRefusing() {
    return refusing;
  }

  /** The close code with which the server has ended the line; none where we did. */
  OptionalInt endedByServer() {
    return code;
  }

  /** The code and phrase of the close frame with which it did; empty if there was none. */
  String reason() {
    return reason;
  }

  boolean isOver() {
    return ours || code.isPresent();
  }

  /** Says goodbye and awaits the server's, or its end in any other way. */
  void close() {
    ours = true;
    link.close();
  }

  /** Cuts it: the server sees a reset. */
  void cut() {
    ours = true;
    link.cut();
  }
}
