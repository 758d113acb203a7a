package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.talk.HonestCall;
import io.github.usermediaplug.bench.talk.Json;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 20 users who have the victim among their peers, and whom it does not have among its own, set
 * statuses of 570 bytes, 95 a second each: 9 Mbit/s to a line of two. A friend calls the victim
 * every two seconds.
 */
final class StatusesOfStrangers implements Attack {

  private static final String VICTIM = "victim";
  private static final String FRIEND = "friend";
  private static final String STRANGER = "stranger";
  private static final int STRANGERS = 20;
  private static final int LINE = 250_000;
  private static final int PER_SECOND = 95;
  private static final int FRIEND_EVERY = 2 * PER_SECOND;

  @Override
  public int row() {
    return 5;
  }

  @Override
  public String name() {
    return "statuses of strangers";
  }

  @Override
  public Map<String, List<String>> users() {
    Map<String, List<String>> users = new HashMap<>();
    users.put(VICTIM, List.of(FRIEND));
    users.put(FRIEND, List.of(VICTIM));
    Registered.names(STRANGER, STRANGERS).forEach(name -> users.put(name, List.of(VICTIM)));
    return users;
  }

  @Override
  public void run(Stage stage) {
    HonestCall friendly = stage.victim(VICTIM, FRIEND, LINE);
    List<Account> strangers = stage.enter(STRANGER, STRANGERS);
    List<List<ByteBuffer>> statuses =
        strangers.stream().map(one -> List.of(status(one, "a"), status(one, "b"))).toList();
    stage.ready();
    stage.atRate(
        PER_SECOND,
        done -> {
          if (done % FRIEND_EVERY == FRIEND_EVERY / 2) {
            friendly.begin();
          }
          for (int i = 0; i < STRANGERS; i++) {
            strangers.get(i).send(statuses.get(i).get(done % 2));
          }
        });
    stage.finish(friendly);
  }

  /** Of 570 bytes when it is pushed. */
  static ByteBuffer status(Account account, String end) {
    return Frames.text(
        Json.object(
            "type", "status",
            "user", account.name(),
            "status", Registered.longest(end)));
  }
}
