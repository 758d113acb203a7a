package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import io.github.usermediaplug.it.server.RunningServer;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Users who ask for long replies and read none take no more memory than replies may have. */
class UnreadRepliesIT extends OnTheLine {
  private static final int USERS = 60;
  private static final int QUESTIONS = 40;

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("unread-replies")
        .with("message-rate", "100000")
        .with("message-burst", "100000")
        .with("ping-interval", "10m")
        .with("stall-timeout", "10m")
        .war();
  }

  @Test
  void whoeverReadsNoneTakesNothingFromOthers() throws IOException {
    User honest = exchange.user("honest");
    RunningServer server = RunningServer.underTest();
    Map<String, SlowLink> deaf = new HashMap<>();
    for (int i = 0; i < USERS; i++) {
      User user = exchange.user("deaf");
      for (int from = 0; from < 2000; from += 500) {
        user.addsPeers(ids(from)).ok();
      }
      user.close();
      SlowLink line = exchange.slowMeta(user.name());
      deaf.put(user.name(), line);
      line.send(Json.of("type", "whoami", "user", user.name()).toString());
    }
    long before = server.liveBytes();
    deaf.forEach(
        (user, line) -> {
          for (int i = 0; i < QUESTIONS; i++) {
            line.send(Json.of("type", "peers", "user", user, "tx", i).toString());
          }
          honest.sets("still here").ok();
        });
    long grown = server.liveBytes() - before;
    assertTrue(grown < server.maxHeap() / 4, "grown by " + grown);
    exchange.pair().connect().talk();
    deaf.values().forEach(SlowLink::cut);
  }

  private static List<String> ids(int from) {
    return IntStream.range(from, from + 500).mapToObj(i -> "x".repeat(115) + i).toList();
  }
}
