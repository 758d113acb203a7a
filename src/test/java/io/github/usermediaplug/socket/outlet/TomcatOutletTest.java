package io.github.usermediaplug.socket.outlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.socket.outlet.BareClient.Received;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between a real Tomcat and a client that reads when it is told to. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TomcatOutletTest {

  private static final byte[] MESSAGE = new byte[8 << 10]; // the longest that is not for the API

  private OneEndpoint server;
  private BareClient client;
  private Session session;
  private Outlet outlet;

  @BeforeAll
  void start(@TempDir Path base) throws Exception {
    server = serve(base);
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  OneEndpoint serve(Path base) throws Exception {
    return new OneEndpoint(base, new Connector());
  }

  /** What the client speaks through. */
  Socket over(Socket tcp) throws Exception {
    return tcp;
  }

  @BeforeEach
  void connect() throws Exception {
    Socket tcp = new Socket();
    tcp.setReceiveBufferSize(65_536);
    tcp.connect(new InetSocketAddress("localhost", server.port()));
    client = new BareClient(tcp, over(tcp));
    session = server.opened();
    outlet = Outlet.of(session);
  }

  @AfterEach
  void disconnect() throws Exception {
    client.close();
  }

  @Test
  void tomcatsOwnSocketIsFound() {
    assertInstanceOf(TomcatOutlet.class, outlet);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 8 << 10, 65_535, 65_536, 1 << 20})
  void aMessageOfAnyLengthArrivesAsItIs(int length) throws Exception {
    byte[] data = new byte[length];
    Arrays.fill(data, (byte) 7);
    Told told = new Told();
    outlet.binary(data, told);
    assertEquals(new Received(BareClient.BINARY, data), client.read());
    told.assertWritten();
  }

  @Test
  void aTextIsSentInUtf8() throws Exception {
    outlet.text("aé€😀", new Told());
    byte[] bytes = "aé€😀".getBytes(StandardCharsets.UTF_8);
    assertEquals(new Received(BareClient.TEXT, bytes), client.read());
  }

  @Test
  void aLongTextComesInParts() throws Exception {
    Told told = new Told();
    outlet.text("x".repeat(10_000), told);
    assertEquals(0x01, client.read().kind());
    told.assertWritten();
  }

  @Test
  void aMessageMaySendTheNext() throws Exception {
    Told second = new Told();
    outlet.text("first", first -> outlet.text("second", second));
    assertEquals(new Received(BareClient.TEXT, "first".getBytes(US_ASCII)), client.read());
    assertEquals(new Received(BareClient.TEXT, "second".getBytes(US_ASCII)), client.read());
    second.assertWritten();
  }

  @Test
  void whatTcpTakesAtOnceIsToldOfBeforeTheCallReturns() throws Exception {
    Told told = new Told();
    outlet.text("short", told);
    assertTrue(told.isDone());
    told.assertWritten();
  }

  @Test
  void aClientThatTakesNothingHoldsNoThreadAndGetsAllOnceItReads() throws Exception {
    Told ping = new Told();
    Told last = fillUp();
    last.then(() -> outlet.ping(ByteBuffer.allocate(0), ping));
    readUpTo(BareClient.PING);
    last.assertWritten();
    ping.assertWritten();
  }

  @Test
  void norDoesOneThatTakesNoPing() throws Exception {
    Told last = underWay(told -> outlet.ping(ByteBuffer.allocate(0), told));
    last.then(() -> outlet.text("behind", new Told()));
    Received next = client.read();
    while (next.kind() == BareClient.PING) {
      next = client.read();
    }
    assertEquals(BareClient.TEXT, next.kind());
    last.assertWritten();
  }

  @Test
  void tomcatsPongGoesOutBetweenMessages() throws Exception {
    Told last = fillUp();
    client.send(BareClient.PING);
    readUpTo(BareClient.PONG);
    last.assertWritten();
    outlet.text("behind", new Told());
    readUpTo(BareClient.TEXT);
  }

  @Test
  void whereTomcatHasTheTurnAMessageWaitsInItsQueue() throws Exception {
    TomcatSocket socket = TomcatSocket.of(session).orElseThrow();
    assertTrue(socket.takeTurn());
    Told told = new Told();
    outlet.text("behind", told);
    assertFalse(told.isDone());
    socket.endTurn();
    session.getBasicRemote().sendPing(ByteBuffer.allocate(0));
    assertEquals(BareClient.PING, client.read().kind());
    assertEquals(BareClient.TEXT, client.read().kind());
    told.assertWritten();
  }

  @Test
  void nothingFollowsAClose() throws Exception {
    session.close();
    assertThrows(IllegalStateException.class, () -> outlet.text("late", new Told()));
    assertEquals(BareClient.CLOSE, client.read().kind());
  }

  @Test
  void aClientThatHangsUpMakesAMessageUnderWayFail() throws Exception {
    Told last = fillUp();
    client.hangUp();
    assertFalse(last.result().isOK());
  }

  @Test
  void aConnectorThatCannotIsWrittenToByTheApi(@TempDir Path base) throws Exception {
    Connector connector = new Connector();
    connector.setProperty("useAsyncIO", "false");
    try (OneEndpoint other = new OneEndpoint(base, connector)) {
      Socket tcp = new Socket("localhost", other.port());
      try (BareClient itsClient = new BareClient(tcp, tcp)) {
        Outlet byTheApi = Outlet.of(other.opened());
        assertInstanceOf(StandardOutlet.class, byTheApi);
        byTheApi.text("short", new Told());
        assertEquals(BareClient.TEXT, itsClient.read().kind());
      }
    }
  }

  private Told fillUp() throws Exception {
    return underWay(told -> outlet.binary(MESSAGE, told));
  }

  /** Sends until TCP takes no more: the last message is still under way. */
  private static Told underWay(Consumer<Told> send) throws Exception {
    Told told = new Told();
    send.accept(told);
    while (told.comes()) {
      told = new Told();
      send.accept(told);
    }
    return told;
  }

  /** Reads whole messages up to the first of this kind. */
  private Received readUpTo(int kind) throws IOException {
    Received next = client.read();
    while (next.kind() != kind) {
      assertEquals(new Received(BareClient.BINARY, MESSAGE), next);
      next = client.read();
    }
    return next;
  }

  private static final class Told implements SendHandler {

    private final CompletableFuture<SendResult> result = new CompletableFuture<>();

    @Override
    public void onResult(SendResult told) {
      assertTrue(result.complete(told), "told twice");
    }

    /** Does this in the thread that tells, before it goes on. */
    void then(Runnable work) {
      result.thenRun(work);
    }

    boolean isDone() {
      return result.isDone();
    }

    /** Whether it comes while nobody reads. */
    boolean comes() throws Exception {
      try {
        result.get(300, TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException underWay) {
        return false;
      }
    }

    SendResult result() throws Exception {
      return result.get(10, TimeUnit.SECONDS);
    }

    void assertWritten() throws Exception {
      assertTrue(result().isOK());
    }
  }
}
