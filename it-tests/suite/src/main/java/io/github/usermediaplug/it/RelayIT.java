package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Courier;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Media;
import io.github.usermediaplug.it.client.Message;
import io.github.usermediaplug.it.client.Paired.Connected;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every message arrives as it was sent: the same kind, the same bytes, in order, none lost and none
 * doubled.
 */
class RelayIT extends OnTheLine {
  private static final int WINDOW = 1 << 20;
  private static final int MEBIBYTE = 1 << 20;

  /** Sizes at which a frame's head, a server's buffer or a limit changes. */
  private static final int[] EDGES = {
    0, 1, 125, 126, 127, 8191, 8192, 8193, 65535, 65536, 65537, MEBIBYTE - 1, MEBIBYTE
  };

  /** A flood of small messages is to pass at once. */
  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("relay").with("media-rate", "1000000").with("media-burst", "1000000").war();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 125, 126, 127, 8191, 8192, 8193, 65535, 65536, 65537, (1 << 20) - 1, 1 << 20})
  void aBinaryMessageOfAnySize(int size) {
    Connected connected = exchange.pair().connect();
    byte[] bytes = bytes(size, new Random(size));
    connected.alices().link().send(bytes);
    assertEquals(Message.binary(bytes).digest(), connected.bobs().link().next().digest());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 8192, 65535, 65536, 65537, 1 << 20})
  void aTextMessageOfAnySize(int size) {
    Connected connected = exchange.pair().connect();
    Message text = Message.text("x".repeat(size));
    connected.alices().link().send(text);
    assertEquals(text.digest(), connected.bobs().link().next().digest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoë € 👩‍🚀",
        "\u0000\u0001",
        "{\"type\":\"unpair\"}",
        "{\"type\":\"join\"}",
        "{\"type\":\"said\",\"text\":\"hold the pair\"}",
        "{"
      })
  void aTextMessageOfAnyContent(String text) {
    Connected connected = exchange.pair().connect();
    connected.bobs().link().send(text);
    assertEquals(Message.text(text).digest(), connected.alices().link().next().digest());
  }

  @ParameterizedTest
  @MethodSource("theServersOwn")
  void whatOnlyTheServerSaysIsNotRelayedAndClosesItsSendersLine(String text) {
    Connected connected = exchange.pair().connect();
    connected.alices().link().send(text);
    connected.alices().isClosedWith(1008);
    assertEquals(Json.of("type", "hold"), connected.bobs().onHold());
    Media again = connected.alice().rejoins(connected.bob());
    again.paired();
    connected.bobs().paired();
    again.link().send("after");
    assertEquals(Message.text("after").digest(), connected.bobs().link().next().digest());
  }

  static Stream<String> theServersOwn() {
    return Stream.of(
        "{\"type\":\"hold\",\"of\":\"alice\"}",
        "{\"type\":\"pair\",\"peer\":\"mallory\",\"window\":1e308}",
        " {\"type\":\"credit\",\"type\":\"h\\u006fld\"}",
        "{\"x\":%s%s,\"type\":\"hold\"}".formatted("[".repeat(100_000), "]".repeat(100_000)));
  }

  @Test
  void aMessageInManyFramesIsOneMessage() {
    Connected connected = exchange.pair().connect();
    byte[] bytes = bytes(200_000, new Random(1));
    connected.alices().link().sendInFrames(bytes, 1000);
    assertEquals(Message.binary(bytes).digest(), connected.bobs().link().next().digest());
    String text = "Zoë € ".repeat(5000);
    connected.alices().link().sendInFrames(text, 999);
    assertEquals(Message.text(text).digest(), connected.bobs().link().next().digest());
  }

  @Test
  void aLargerMessageClosesItsSendersLineAsTooBig() {
    Connected connected = exchange.pair().connect();
    connected.alices().link().send(new byte[MEBIBYTE + 1]);
    connected.alices().isClosedWith(1009);
    connected.bobs().onHold();
  }

  @Test
  void textIsHeldToTheSameLimit() {
    Connected connected = exchange.pair().connect();
    connected.alices().link().send("x".repeat(MEBIBYTE + 1));
    connected.alices().isClosedWith(1009);
    connected.bobs().onHold();
  }

  @Test
  void theLimitHoldsForMessagesInManyFrames() {
    Connected connected = exchange.pair().connect();
    connected.alices().link().sendInFrames(new byte[MEBIBYTE + 1], 10_000);
    connected.alices().isClosedWith(1009);
    connected.bobs().onHold();
  }

  @Test
  void aFloodOfSmallMessages() {
    Connected connected = exchange.pair().connect();
    List<Message> messages =
        IntStream.range(0, 20_000).mapToObj(i -> Message.binary(new byte[] {(byte) i})).toList();
    relay(connected, messages, messages, 1);
  }

  @RepeatedTest(3)
  void anythingBothWaysAtOnce() {
    long seed = seed();
    Random random = new Random(seed);
    relay(exchange.pair().connect(), messages(150, random), messages(150, random), seed);
  }

  @Test
  void anythingBetweenManyAtOnce() {
    long seed = seed();
    Random random = new Random(seed);
    List<Connected> pairs = Stream.generate(() -> exchange.pair().connect()).limit(6).toList();
    List<Callable<Void>> relays = new ArrayList<>();
    for (Connected pair : pairs) {
      var there = messages(50, random);
      var back = messages(50, random);
      relays.add(
          () -> {
            relay(pair, there, back, seed);
            return null;
          });
    }
    AtOnce.all(relays);
  }

  private static void relay(
      Connected connected, List<Message> there, List<Message> back, long seed) {
    Courier alices = new Courier(connected.alices(), WINDOW);
    Courier bobs = new Courier(connected.bobs(), WINDOW);
    List<Object> results =
        AtOnce.all(
            List.of(
                () -> alices.send(there, new Random(seed)),
                () -> bobs.send(back, new Random(seed)),
                () -> bobs.receive(there.size(), binaryBytes(back)),
                () -> alices.receive(back.size(), binaryBytes(there))));
    assertEquals(there.stream().map(Message::digest).toList(), results.get(2), "seed " + seed);
    assertEquals(back.stream().map(Message::digest).toList(), results.get(3), "seed " + seed);
  }

  private static long binaryBytes(List<Message> messages) {
    return messages.stream()
        .filter(message -> !message.isText())
        .mapToLong(message -> message.bytes().length)
        .sum();
  }

  private static long seed() {
    long seed = ThreadLocalRandom.current().nextLong();
    Transcript.note("seed " + seed);
    return seed;
  }

  private static List<Message> messages(int count, Random random) {
    return Stream.generate(() -> message(random)).limit(count).toList();
  }

  private static Message message(Random random) {
    int size =
        switch (random.nextInt(4)) {
          case 0 -> EDGES[random.nextInt(EDGES.length)];
          case 1 -> random.nextInt(MEBIBYTE + 1);
          default -> random.nextInt(20_000);
        };
    if (random.nextInt(3) == 0) {
      return Message.text("é".repeat(size / 2));
    }
    return Message.binary(bytes(size, random));
  }

  private static byte[] bytes(int size, Random random) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }
}
