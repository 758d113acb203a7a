package io.github.usermediaplug.socket.outlet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.socket.Frame;
import io.github.usermediaplug.socket.MemoryBudget;
import io.github.usermediaplug.socket.MemoryOwner;
import io.github.usermediaplug.socket.Outbound;
import io.github.usermediaplug.socket.outlet.BareClient.Received;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real Tomcat: the writer of a session answers its client's pings. */
class TomcatPongsTest {

  private static final int MESSAGES = 200;
  private static final byte[] MESSAGE = new byte[8 << 10];

  private final Threads threads = new Threads();
  private final MemoryBudget all = new MemoryBudget(1 << 30, 1 << 30, owner -> {});
  private OneEndpoint server;
  private BareClient client;
  private Session session;
  private Outbound outbound;

  @BeforeEach
  void connect(@TempDir Path base) throws Exception {
    threads.open();
    server = new OneEndpoint(base, new Connector());
    Socket tcp = new Socket();
    tcp.setReceiveBufferSize(65_536);
    tcp.connect(new InetSocketAddress("localhost", server.port()));
    client = new BareClient(tcp, tcp);
    session = server.opened();
    outbound =
        new Outbound(
            session,
            threads,
            all.share(MemoryOwner.user("ada"), () -> {}),
            Optional.empty(),
            () -> {});
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
    threads.stop();
  }

  @Test
  void eachPingIsAnsweredWhereTheClientReads() throws Exception {
    for (int i = 0; i < 100; i++) {
      client.send(BareClient.PING, i);
      assertEquals(new Received(BareClient.PONG, new byte[] {(byte) i}), client.read());
    }
  }

  @Test
  void oneThatDoesNotReadHoldsNoThreadAndGetsTheNewestAlone() throws Exception {
    for (int i = 0; i < MESSAGES; i++) {
      outbound.enqueue(new Frame.Binary(MESSAGE));
    }
    outbound.flush();
    for (int i = 1; i <= 50; i++) {
      client.send(BareClient.PING, i);
    }
    awaitThatAllHasBeenRead();
    outbound.enqueue(new Frame.Own("last"));
    outbound.flush();
    List<Received> pongs = new ArrayList<>();
    int before = 0;
    int messages = 0;
    for (Received next = client.read(); next.kind() != BareClient.TEXT; next = client.read()) {
      if (next.kind() == BareClient.PONG) {
        pongs.add(next);
        before = messages;
      } else {
        assertArrayEquals(MESSAGE, next.payload());
        messages++;
      }
    }
    assertEquals(MESSAGES, messages);
    // A message may have gone out while the pings came, and one of them with it.
    assertTrue(pongs.size() < 10, pongs::toString);
    assertEquals(50, pongs.get(pongs.size() - 1).payload()[0]);
    assertTrue(before < MESSAGES, "it waits for no more than the message under way");
  }

  @Test
  void whoPingsTooOftenIsToldOfAndGetsNoPong() throws Exception {
    AtomicInteger pinged = new AtomicInteger();
    outbound.whenPinged(pinged::incrementAndGet);
    int pings = 0;
    Received answer;
    do {
      client.send(BareClient.PING, 1);
      pings++;
      assertTrue(pings < 100_000, "each has a pong");
      awaitThatAllHasBeenRead();
      outbound.enqueue(new Frame.Own("no pong"));
      outbound.flush();
      answer = client.read();
    } while (answer.kind() == BareClient.PONG && client.read().kind() == BareClient.TEXT);
    assertEquals(BareClient.TEXT, answer.kind());
    assertTrue(pings > 200, "pings: " + pings);
    assertEquals(pings, pinged.get());
  }

  /** A pong, which is behind all else that the client has sent, has come. */
  private void awaitThatAllHasBeenRead() throws Exception {
    CompletableFuture<PongMessage> read = new CompletableFuture<>();
    MessageHandler.Whole<PongMessage> reader = read::complete;
    session.addMessageHandler(PongMessage.class, reader);
    client.send(BareClient.PONG);
    read.get(10, TimeUnit.SECONDS);
    session.removeMessageHandler(reader);
  }
}
