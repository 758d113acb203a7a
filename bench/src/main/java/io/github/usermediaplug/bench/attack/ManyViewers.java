package io.github.usermediaplug.bench.attack;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** One user whose 1,500 peers are all online sets 32 statuses of 570 bytes a second. */
final class ManyViewers implements Attack {

  private static final String STAR = "star";
  private static final String VIEWER = "viewer";
  private static final int VIEWERS = 1_500;
  private static final int PER_SECOND = 32;

  @Override
  public int row() {
    return 8;
  }

  @Override
  public String name() {
    return "statuses with many viewers";
  }

  @Override
  public Map<String, List<String>> users() {
    return Map.of(Stage.numbered(STAR, 0), Registered.names(VIEWER, VIEWERS));
  }

  @Override
  public void run(Stage stage) {
    stage.crowd(VIEWER, VIEWERS);
    Account star = stage.enter(STAR, 1).get(0);
    List<ByteBuffer> statuses =
        List.of(StatusesOfStrangers.status(star, "a"), StatusesOfStrangers.status(star, "b"));
    stage.ready();
    stage.atRate(PER_SECOND, done -> star.send(statuses.get(done % 2)));
  }
}
