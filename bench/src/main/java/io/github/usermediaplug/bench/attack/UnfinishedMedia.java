package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Line;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * 20 accounts pair with each other, each with four, and begin a media message on each end that they
 * never finish: 76 MB. Where the product ends one, the two pair and begin again, two pairs a second
 * at most: what is to be seen is who has the memory, and not what it takes to fill it.
 */
final class UnfinishedMedia implements Attack {

  private static final String HOARDER = "hoarder";
  private static final int ACCOUNTS = 20;
  private static final int PEERS_AHEAD = 2;
  private static final int BYTES = 950_000;
  private static final double RENEWAL_SECONDS = 0.5;

  @Override
  public int row() {
    return 1;
  }

  @Override
  public String name() {
    return "unfinished media";
  }

  @Override
  public Map<String, List<String>> users() {
    return Registered.inOneCircle(HOARDER, ACCOUNTS);
  }

  @Override
  public void run(Stage stage) {
    List<Account> accounts = stage.enter(HOARDER, ACCOUNTS);
    List<AttackingPair> pairs = new ArrayList<>();
    ByteBuffer message = Frames.unfinishedBinary(BYTES, 16 << 10);
    for (int ahead = 1; ahead <= PEERS_AHEAD; ahead++) {
      for (int i = 0; i < ACCOUNTS; i++) {
        pairs.add(new AttackingPair(stage, accounts.get(i), accounts.get((i + ahead) % ACCOUNTS)));
      }
    }
    stage.ready();
    Consumer<Line> begin =
        line -> {
          line.send(message);
          stage.sent();
        };
    pairs.forEach(pair -> pair.renew(begin));
    while (stage.isOn()) {
      for (AttackingPair pair : pairs) {
        if (stage.isOn() && !pair.isJoined()) {
          pair.renew(begin);
          stage.pump(RENEWAL_SECONDS);
        }
      }
      stage.pump(RENEWAL_SECONDS);
    }
  }
}
