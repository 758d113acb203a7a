package io.github.usermediaplug.it.executable;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.User;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A user's own record of durable changes: what it asked for, and how much of it the server has
 * acknowledged.
 */
final class Diary {
  /** Less than one connection's allowance of messages. */
  static final int CHANGES = 180;

  private final User user;
  private final CountDownLatch acknowledgements;
  private int acknowledged;

  Diary(User user, CountDownLatch acknowledgements) {
    this.user = user;
    this.acknowledgements = acknowledgements;
  }

  /**
   * Registers, then adds one peer after another and deletes each third again, without waiting for
   * replies.
   */
  Void write() {
    try {
      user.meta().send(user.message("reg-user", "peers", List.of("p0")));
      for (int i = 1; i < CHANGES; i++) {
        String type = isDeletion(i) ? "del-peers" : "add-peers";
        user.meta().send(user.message(type, "peers", List.of("p" + (isDeletion(i) ? i - 1 : i))));
      }
    } catch (UncheckedIOException killed) {
      // The line ends; what was acknowledged before it did is what counts.
    }
    return null;
  }

  private static boolean isDeletion(int change) {
    return change % 3 == 0;
  }

  Void countReplies() {
    while (acknowledged < CHANGES) {
      Optional<Reply> reply = user.meta().replyOrEnd();
      if (reply.isEmpty()) {
        return null;
      }
      reply.get().ok();
      acknowledged++;
      acknowledgements.countDown();
    }
    return null;
  }

  /**
   * A change that was not acknowledged may be there or not, but none is there without those before
   * it.
   */
  void assertKept(Exchange exchange, String when) {
    User again = exchange.identified(user.name());
    Reply reply = again.says("peers", "tx", 1);
    if (acknowledged > 0 || reply.isOk()) {
      List<String> kept = reply.ok().strings("peers");
      assertTrue(
          isAfterSomeChange(kept),
          () ->
              when
                  + ": "
                  + user.name()
                  + ", "
                  + acknowledged
                  + " changes were acknowledged, has "
                  + kept);
    }
  }

  private boolean isAfterSomeChange(List<String> kept) {
    List<String> peers = new ArrayList<>();
    for (int i = 0; i < CHANGES; i++) {
      if (isDeletion(i) && i > 0) {
        peers.remove("p" + (i - 1));
      } else {
        peers.add("p" + i);
      }
      if (i + 1 >= acknowledged && peers.equals(kept)) {
        return true;
      }
    }
    return false;
  }
}
