package io.github.usermediaplug.it.stock;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.User;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Users who in turn add one peer after another until the server is gone, so that it stops while
 * something is being written. They note what it has said yes to. They are so many that none speaks
 * more often than it may.
 */
final class Gatherers implements Callable<Map<String, List<String>>> {
  private static final int USERS = 40;
  private static final int SOME = 5 * USERS;

  private final List<User> users;
  private final CountDownLatch some = new CountDownLatch(SOME);
  private final Map<String, List<String>> acknowledged = new LinkedHashMap<>();

  Gatherers(Exchange exchange) {
    users = Stream.generate(() -> exchange.user("gatherer")).limit(USERS).toList();
  }

  void haveSome() throws InterruptedException {
    some.await();
  }

  List<User> users() {
    return users;
  }

  /** Who has which peers, as far as the server has said so. */
  @Override
  public Map<String, List<String>> call() {
    int peer = 0;
    while (adds(users.get(peer % USERS), "peer-" + peer)) {
      peer++;
      some.countDown();
    }
    return acknowledged;
  }

  private boolean adds(User user, String peer) {
    user.meta().send(user.message("add-peers", "peers", List.of(peer)));
    Optional<Reply> reply = user.meta().replyOrEnd();
    if (reply.isEmpty()) {
      return false;
    }
    reply.get().ok();
    return acknowledged.computeIfAbsent(user.name(), name -> new ArrayList<>()).add(peer);
  }
}
