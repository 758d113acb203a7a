package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstTokens;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * A user whose line is thin is not closed for what others send it, however much that is: they are
 * refused, or a newer presence takes the place of one that still waits. Here the line carries
 * nothing at all until the others are done, and then everything.
 */
class UnreadPushesIT extends AgainstTokens {
  private static final String LONG = "x".repeat(60 << 10);

  /** Two senders of so many: twice what the server keeps for one connection. */
  private static final int SIGNALS = 180;

  private static final int STRANGERS = 950;

  private static final int SENDERS = 20;
  private static final int STATUSES = 1_500;

  /** In characters: what may be unread, a message, and what the client's own socket keeps. */
  private static final int MOST_AHEAD = 256 << 10;

  private static final String LONG_STATUS = "\uD83D\uDC69".repeat(120);

  @Deployment(testable = false)
  public static WebArchive product() {
    return configured("unread-pushes")
        .with("message-rate", "100000")
        .with("message-burst", "100000")
        .with("media-timeout", "0")
        .war();
  }

  @Test
  void signalsOfThoseWhoRingDoNotCloseIt() throws IOException {
    Thin victim = new Thin("victim");
    User friend = exchange.user("friend");
    friend.says("call", "peer", victim.name).ok();
    List<Reply> replies = flood(victim, exchange.user("mallory"), exchange.user("trudy"));
    assertTrue(
        replies.stream().anyMatch(Reply::isOk), "the first of them are within what may wait");
    replies.get(replies.size() - 1).refused("rate-limited");
    friend.says("signal", "peer", victim.name, "data", "offer").ok();
    assertEquals("offer", victim.reads(from("signal", friend)).getString("data"));
    victim.asks("accept", "peer", friend.name());
    friend.isTold("accept");
  }

  @Test
  void signalsOfThoseWhoArePairedDoNotCloseIt() throws IOException {
    Thin victim = new Thin("victim");
    User friend = exchange.user("friend");
    pairs(friend, victim);
    User mallory = exchange.user("mallory");
    User trudy = exchange.user("trudy");
    pairs(mallory, victim);
    pairs(trudy, victim);
    flood(victim, mallory, trudy)
        .forEach(reply -> assertTrue(reply.isOk() || isRateLimited(reply), reply::toString));
    friend.says("signal", "peer", victim.name, "data", "still here").ok();
    assertEquals("still here", victim.reads(from("signal", friend)).getString("data"));
    // Who has read may be sent to again.
    mallory.says("signal", "peer", victim.name, "data", LONG).ok();
    victim.asks("unpair", "peer", friend.name());
    friend.isTold("unpair");
  }

  /** With four signals each, more than the servers under test keep for one user. */
  @Test
  void signalsOfVeryManyStrangersDoNotCloseIt() throws IOException {
    Thin victim = new Thin("victim");
    User friend = exchange.user("friend");
    pairs(friend, victim);
    List<Thin> strangers = new ArrayList<>();
    for (int i = 0; i < STRANGERS; i++) {
      Thin stranger = new Thin("stranger");
      strangers.add(stranger);
      stranger.says("call", "peer", victim.name);
      for (int signal = 0; signal < 4; signal++) {
        stranger.says("signal", "peer", victim.name, "data", LONG.substring(0, 3_500));
      }
    }
    for (Thin stranger : strangers) {
      stranger.asks("status", "status", "done");
      stranger.line.cut();
    }
    friend.says("signal", "peer", victim.name, "data", "still here").ok();
    assertEquals("still here", victim.reads(from("signal", friend)).getString("data"));
    victim.asks("unpair", "peer", friend.name());
    friend.isTold("unpair");
  }

  @Test
  void callsThatAreWithdrawnAgainAndAgainAreRefusedInTheEnd() throws IOException {
    Thin victim = new Thin("victim");
    User mallory = exchange.user("mallory");
    pairs(mallory, victim);
    flood(victim, mallory);
    User trudy = exchange.user("trudy");
    int calls = 0;
    while (trudy.says("call", "peer", victim.name).isOk()) {
      trudy.says("cancel", "peer", victim.name).ok();
      calls++;
    }
    trudy.says("call", "peer", victim.name).refused("rate-limited");
    User friend = exchange.user("friend");
    friend.says("call", "peer", victim.name).ok();
    for (int i = 0; i < calls; i++) {
      victim.reads(from("call", trudy));
      victim.reads(from("cancel", trudy));
    }
    victim.reads(from("call", friend));
    trudy.says("call", "peer", victim.name).ok();
  }

  @Test
  void ofEachUsersPresenceTheLastIsTold() throws IOException {
    Thin victim = new Thin("victim");
    List<User> senders = new ArrayList<>();
    List<Callable<Void>> sending = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      User sender = exchange.invisible("sender");
      sender.addsPeers(victim.name).ok();
      senders.add(sender);
      sending.add(() -> changesStatus(sender));
    }
    AtOnce.all(sending);
    Map<String, String> last = new HashMap<>();
    Map<String, String> wanted = new HashMap<>();
    senders.forEach(sender -> wanted.put(sender.name(), LONG_STATUS + (STATUSES - 1)));
    while (!last.equals(wanted)) {
      JsonObject push = victim.reads(message -> message.getString("type").equals("status"));
      last.put(push.getString("user"), push.getString("status"));
    }
    victim.asks("status", "status", "still here");
  }

  /** What a user does after it has changed its presence is told after it. */
  @Test
  void presenceAndCallsOfAUserKeepTheirOrder() throws IOException {
    Thin victim = new Thin("victim");
    User mallory = exchange.user("mallory");
    pairs(mallory, victim);
    flood(victim, mallory);
    User friend = exchange.user("friend");
    friend.addsPeers(victim.name).ok();
    friend.sets("busy").ok();
    friend.sets("here").ok();
    friend.says("call", "peer", victim.name).ok();
    friend.sets("waiting").ok();
    friend.says("cancel", "peer", victim.name).ok();
    friend.close();
    List<String> told = new ArrayList<>();
    while (!told.contains("offline")) {
      JsonObject push = victim.reads(message -> isOf(message, friend));
      told.add(push.getString("status", push.getString("type")));
    }
    // A presence that still waited has given way to the next; how many wait is the container's.
    List<String> said = List.of("busy", "here", "call", "waiting", "cancel", "offline");
    assertEquals(said.stream().filter(told::contains).toList(), told);
    assertTrue(told.containsAll(List.of("call", "cancel", "offline")), told::toString);
  }

  @Test
  void thePresenceOfManyDelaysNoCall() throws IOException {
    Thin victim = new Thin("victim");
    User mallory = exchange.user("mallory");
    pairs(mallory, victim);
    flood(victim, mallory);
    List<String> many = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      User sender = exchange.invisible("sender");
      sender.addsPeers(victim.name).ok();
      sender.sets("here").ok();
      many.add(sender.name());
    }
    User friend = exchange.user("friend");
    friend.says("call", "peer", victim.name).ok();
    List<String> told = new ArrayList<>();
    victim.reads(
        message -> {
          told.add(message.getString("user", ""));
          return from("call", friend).test(message);
        });
    assertTrue(told.stream().noneMatch(many::contains), "a call waited for the presence of others");
    while (!told.containsAll(many)) {
      told.add(victim.reads(message -> true).getString("user", ""));
    }
  }

  /** What has been written goes before it; the network keeps megabytes, if it is given them. */
  @Test
  void aCallWaitsForLittleThatWasWrittenBefore() throws IOException {
    Thin victim = new Thin("victim");
    List<Callable<Void>> sending = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      User sender = exchange.invisible("sender");
      sender.addsPeers(victim.name).ok();
      sending.add(() -> changesStatus(sender));
    }
    AtOnce.all(sending);
    User friend = exchange.user("friend");
    friend.says("call", "peer", victim.name).ok();
    AtomicInteger before = new AtomicInteger();
    victim.reads(
        message -> {
          before.addAndGet(message.toString().length());
          return from("call", friend).test(message);
        });
    assertTrue(before.get() < MOST_AHEAD, () -> "a call waited for " + before + " characters");
  }

  /** A phone on a thin line is left out; the laptop that the pair is on goes on. */
  @Test
  void aThinLineOfAUsersTakesNothingFromItsOthers() throws IOException {
    Thin phone = new Thin("bob");
    User laptop = exchange.identified(phone.name);
    User friend = exchange.user("friend");
    friend.calls(laptop).ok();
    laptop.isTold("call", friend);
    laptop.accepts(friend).ok();
    for (int i = 0; i < SIGNALS; i++) {
      friend.signals(laptop, i + LONG).ok();
      assertEquals(i + LONG, laptop.isTold("signal").getString("data"));
    }
    phone.asks("status", "status", "still here");
    friend.signals(laptop, "the last").ok();
    assertEquals("the last", laptop.isTold("signal").getString("data"));
    assertEquals(
        "the last",
        phone.reads(message -> message.getString("data", "").equals("the last")).getString("data"));
  }

  private List<Reply> flood(Thin victim, User... senders) {
    List<Callable<List<Reply>>> floods = new ArrayList<>();
    for (User sender : senders) {
      floods.add(() -> flood(victim, sender));
    }
    return AtOnce.all(floods).stream().flatMap(List::stream).toList();
  }

  private List<Reply> flood(Thin victim, User sender) {
    // Of one who is paired already it is refused.
    sender.says("call", "peer", victim.name);
    for (int i = 0; i < SIGNALS; i++) {
      sender.meta().send(sender.message("signal", "peer", victim.name, "data", LONG));
    }
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < SIGNALS; i++) {
      replies.add(sender.meta().reply().to("signal"));
    }
    return replies;
  }

  private static Void changesStatus(User user) {
    for (int i = 0; i < STATUSES; i++) {
      user.meta().send(user.message("status", "status", LONG_STATUS + i));
    }
    for (int i = 0; i < STATUSES; i++) {
      user.meta().reply().ok();
    }
    return null;
  }

  private static void pairs(User caller, Thin callee) throws IOException {
    caller.says("call", "peer", callee.name).ok();
    callee.reads(from("call", caller));
    callee.asks("accept", "peer", caller.name());
    caller.isTold("force-call");
  }

  private static boolean isRateLimited(Reply reply) {
    return reply.json().getString("error").equals("rate-limited");
  }

  private static Predicate<JsonObject> from(String type, User user) {
    return message -> message.getString("type").equals(type) && isOf(message, user);
  }

  private static boolean isOf(JsonObject message, User user) {
    return message.getString("user", "").equals(user.name());
  }

  /** A user who is registered and online, and reads only what a test asks for. */
  private final class Thin {
    private final String name;
    private final SlowLink line;

    Thin(String called) throws IOException {
      name = Exchange.fresh(called);
      line = exchange.slowMeta(name);
      asks("whoami", "token", ISSUER.token(name));
      asks("reg-user", "peers", List.of());
      asks("status", "status", "online");
    }

    /** Reads up to the reply, which must be a good one. */
    void asks(String type, Object... fields) throws IOException {
      says(type, fields);
      JsonObject reply = reads(message -> message.getString("for", "").equals(type));
      assertTrue(reply.getBoolean("ok"), reply::toString);
    }

    /** Reads nothing. */
    void says(String type, Object... fields) {
      Object[] all = new Object[fields.length + 4];
      all[0] = "type";
      all[1] = type;
      all[2] = "user";
      all[3] = name;
      System.arraycopy(fields, 0, all, 4, fields.length);
      line.send(Json.of(all).toString());
    }

    /** Reads, and drops, whatever comes before a message that fits. */
    JsonObject reads(Predicate<JsonObject> fits) throws IOException {
      JsonObject message = Json.parse(line.read().text());
      while (!fits.test(message)) {
        message = Json.parse(line.read().text());
      }
      return message;
    }
  }
}
