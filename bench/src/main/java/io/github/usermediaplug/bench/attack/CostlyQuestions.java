package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.talk.Json;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Under {@code peers-only} a user with 5,000 peers, of whom each has 200 of its own, asks which of
 * them are online, 90 times a second.
 */
final class CostlyQuestions implements Attack {

  private static final String ASKER = "asker";
  private static final String POPULAR = "popular";
  private static final int PEERS = 5_000;

  /** 1,000 took most of the heap. */
  private static final int PEERS_OF_EACH = 200;

  private static final int PER_SECOND = 90;

  @Override
  public int row() {
    return 9;
  }

  @Override
  public String name() {
    return "peers-online of many";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("USER_MEDIA_PLUG_CALL_POLICY", "peers-only");
  }

  @Override
  public Map<String, List<String>> users() {
    Map<String, List<String>> users = new LinkedHashMap<>();
    List<String> peers = Registered.names(POPULAR, PEERS);
    users.put(Stage.numbered(ASKER, 0), peers);
    List<String> others = Registered.names("other", PEERS_OF_EACH);
    peers.forEach(peer -> users.put(peer, others));
    return users;
  }

  @Override
  public void run(Stage stage) {
    Account asker = stage.enter(ASKER, 1).get(0);
    ByteBuffer question = Frames.text(Json.object("type", "peers-online", "user", asker.name()));
    stage.ready();
    stage.atRate(PER_SECOND, done -> asker.send(question));
  }
}
