package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.load.Frames;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * 160 accounts pair by twos and send each other media messages of one byte, each 2,000 a second or
 * as many as the product takes, and read what comes.
 */
final class SmallMessages implements Attack {

  private static final String CHATTERING = "chattering";
  private static final int USERS = 160;
  private static final double BATCHES_PER_SECOND = 20;
  private static final int BATCH = 100;

  @Override
  public int row() {
    return 21;
  }

  @Override
  public String name() {
    return "small messages";
  }

  @Override
  public Map<String, List<String>> users() {
    return Registered.inOneCircle(CHATTERING, USERS);
  }

  @Override
  public void run(Stage stage) {
    List<Account> users = stage.enter(CHATTERING, USERS);
    List<AttackingPair> pairs = new ArrayList<>();
    for (int i = 0; i < USERS; i += 2) {
      pairs.add(new AttackingPair(stage, users.get(i), users.get(i + 1)));
    }
    pairs.forEach(pair -> pair.renew(line -> {}));
    stage.ready();
    ByteBuffer batch = Frames.batch(1, BATCH);
    stage.atRate(
        BATCHES_PER_SECOND,
        done ->
            pairs.stream()
                .flatMap(pair -> pair.lines().stream())
                .filter(line -> line.isOpen() && !line.isBehind())
                .forEach(
                    line -> {
                      line.send(batch);
                      stage.sent(BATCH);
                    }));
  }
}
