package io.github.usermediaplug.socket.idle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.reflect.Field;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.glassfish.tyrus.server.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real Tyrus. */
class TyrusTimersTest {

  private static final BlockingQueue<Session> OPENED = new LinkedBlockingQueue<>();

  private final Server server = new Server("localhost", -1, "/", null, Echo.class);
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private WebSocket client;
  private Session session;

  /** Answers each text. */
  @ServerEndpoint("/socket")
  public static class Echo {

    @OnOpen
    public void open(Session session) {
      OPENED.add(session);
    }

    @OnMessage
    public String text(String text) {
      return text;
    }
  }

  @BeforeEach
  void connect() throws Exception {
    server.start();
    client =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://localhost:" + server.getPort() + "/socket"), new Listener())
            .get(10, TimeUnit.SECONDS);
    session = OPENED.poll(10, TimeUnit.SECONDS);
    assertNotNull(session);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  /** Or the next test could not fail. The count is the executor's own, and about right. */
  @Test
  void tyrusMakesTimersForEachMessage() throws Exception {
    ThreadPoolExecutor timers = timers();
    long before = timers.getTaskCount();
    hearAnswers();
    assertTrue(timers.getTaskCount() >= before + 10, timers::toString);
  }

  @Test
  void noMessageMakesATimer() throws Exception {
    ThreadPoolExecutor timers = timers();
    IdleTimeout.none(session);
    long before = timers.getTaskCount();
    hearAnswers();
    assertTrue(timers.getTaskCount() < before + 10, timers::toString);
  }

  @Test
  void anIdleTimeoutOfTheContainersIsTakenOff() throws Exception {
    session.setMaxIdleTimeout(60_000);
    Future<?> timer = (Future<?>) field("idleTimeoutFuture");
    IdleTimeout.none(session);
    assertTrue(timer.isCancelled());
    assertEquals(-1, session.getMaxIdleTimeout());
  }

  private void hearAnswers() throws Exception {
    for (int message = 0; message < 10; message++) {
      client.sendText("m" + message, true).get(10, TimeUnit.SECONDS);
      assertEquals("m" + message, answers.poll(10, TimeUnit.SECONDS));
    }
  }

  private ThreadPoolExecutor timers() throws ReflectiveOperationException {
    return (ThreadPoolExecutor) field("service");
  }

  private Object field(String name) throws ReflectiveOperationException {
    Field field = session.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(session);
  }

  private final class Listener implements WebSocket.Listener {

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      answers.add(text.toString());
      socket.request(1);
      return null;
    }
  }
}
