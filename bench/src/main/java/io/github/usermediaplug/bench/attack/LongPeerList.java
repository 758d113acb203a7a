package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.talk.Json;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A user with 5,000 peers, whose ids are as long as is allowed, drops one of them and adds it
 * again, 90 times a second.
 */
final class LongPeerList implements Attack {

  private static final String LISTER = "lister";
  private static final int PEERS = 5_000;
  private static final int PER_SECOND = 90;

  @Override
  public int row() {
    return 7;
  }

  @Override
  public String name() {
    return "changes of a long peer list";
  }

  @Override
  public Map<String, List<String>> users() {
    return Map.of(
        Stage.numbered(LISTER, 0), IntStream.range(0, PEERS).mapToObj(LongPeerList::id).toList());
  }

  @Override
  public void run(Stage stage) {
    Account lister = stage.enter(LISTER, 1).get(0);
    List<ByteBuffer> changes = List.of(change(lister, "del-peers"), change(lister, "add-peers"));
    stage.ready();
    stage.atRate(PER_SECOND, done -> lister.send(changes.get(done % 2)));
  }

  private static ByteBuffer change(Account lister, String type) {
    return Frames.text(
        Json.object(
            "type", type,
            "user", lister.name(),
            "peers", Json.array(id(PEERS - 1))));
  }

  private static String id(int number) {
    return Registered.longest(Integer.toString(number));
  }
}
