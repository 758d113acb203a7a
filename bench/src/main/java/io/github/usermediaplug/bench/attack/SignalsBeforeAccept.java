package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.talk.HonestCall;
import io.github.usermediaplug.bench.talk.Json;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * One user rings another, who does not accept, and sends it signals of 60 kB, 90 a second: 43
 * Mbit/s to a line of eight. A friend calls the victim every two seconds.
 */
final class SignalsBeforeAccept implements Attack {

  private static final String VICTIM = "victim";
  private static final String FRIEND = "friend";
  private static final String RINGING = "ringing";
  private static final String ATTACKER = Stage.numbered(RINGING, 0);
  private static final int LINE = 1_000_000;
  private static final int BYTES = 60_000;
  private static final int PER_SECOND = 90;
  private static final int CALL_EVERY = 5 * PER_SECOND;
  private static final int FRIEND_EVERY = 2 * PER_SECOND;

  @Override
  public int row() {
    return 4;
  }

  @Override
  public String name() {
    return "signals before accept";
  }

  @Override
  public Map<String, List<String>> users() {
    return Map.of(
        VICTIM, List.of(FRIEND, ATTACKER), FRIEND, List.of(VICTIM), ATTACKER, List.of(VICTIM));
  }

  @Override
  public void run(Stage stage) {
    HonestCall friendly = stage.victim(VICTIM, FRIEND, LINE);
    Account attacker = stage.enter(RINGING, 1).get(0);
    ByteBuffer signal =
        Frames.text(
            Json.object(
                "type", "signal", "user", ATTACKER, "peer", VICTIM, "data", "x".repeat(BYTES)));
    stage.ready();
    stage.atRate(
        PER_SECOND,
        done -> {
          if (done % CALL_EVERY == 0) {
            attacker.step("call", VICTIM);
          }
          if (done % FRIEND_EVERY == FRIEND_EVERY / 2) {
            friendly.begin();
          }
          attacker.send(signal);
        });
    stage.finish(friendly);
  }
}
