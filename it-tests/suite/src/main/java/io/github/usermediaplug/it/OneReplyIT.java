package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Whatever a crowd says, all at once and without waiting: exactly one reply to each message, in its
 * order.
 */
class OneReplyIT extends AgainstDefaults {
  private static final int USERS = 8;

  /** Less than one connection's allowance of messages, however fast they come. */
  private static final int MESSAGES = 180;

  @RepeatedTest(4)
  void toEveryMessageInTheOrderSent() {
    long seed = ThreadLocalRandom.current().nextLong();
    Transcript.note("seed " + seed);
    List<User> crowd = Stream.generate(() -> exchange.user("user")).limit(USERS).toList();
    List<Callable<Void>> everybody =
        IntStream.range(0, USERS)
            .<Callable<Void>>mapToObj(i -> () -> speak(crowd.get(i), crowd, new Random(seed + i)))
            .toList();
    try {
      AtOnce.all(everybody);
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
    }
  }

  private static Void speak(User user, List<User> crowd, Random random) {
    Chatter chatter = new Chatter(user, crowd, random);
    List<Chatter.Line> said = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      Chatter.Line line = chatter.next(i);
      user.meta().send(line.text());
      said.add(line);
    }
    said.forEach(line -> assertReplies(line, user.meta().reply()));
    // Nothing is left over: the next reply is to the next message.
    assertEquals("end", user.says("status", "status", "done", "tx", "end").ok().string("tx"));
    return null;
  }

  private static void assertReplies(Chatter.Line line, Reply reply) {
    JsonObject json = reply.json();
    boolean res = json.getString("type").equals("res");
    assertEquals(line.type(), json.getString(res ? "for" : "type"), () -> line + " got " + reply);
    assertEquals(
        line.tx(), json.containsKey("tx") ? json.getInt("tx") : null, () -> line + " got " + reply);
  }
}
