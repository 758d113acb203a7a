package io.github.usermediaplug.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A session whose sends complete when the test says so, or at once: the real containers complete in
 * the caller's thread, in another or never, and none can be made to choose.
 */
public final class FakeSession {

  public final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  final List<ByteBuffer> pings = new ArrayList<>();
  public final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
  public final Map<String, Object> properties = new HashMap<>();
  public final Session session;
  long maxIdleTimeout; // 0, as containers begin
  public boolean completesAtOnce;
  boolean ended;
  Runnable duringPing = () -> {};
  public Runnable duringSend = () -> {};
  private final RemoteEndpoint.Async remote = proxy(RemoteEndpoint.Async.class);
  private final Deque<SendHandler> underWay = new ArrayDeque<>();
  public volatile boolean paused;

  /** As Tomcat's. */
  public interface Pausable extends Session {
    void suspend();

    void resume();
  }

  public FakeSession() {
    this(Session.class);
  }

  private FakeSession(Class<? extends Session> type) {
    session = proxy(type);
  }

  /** One whose reading can be paused. */
  public static FakeSession pausable() {
    return new FakeSession(Pausable.class);
  }

  void complete() {
    underWay.remove().onResult(new SendResult());
  }

  void fail() {
    underWay.remove().onResult(new SendResult(new IOException("broken")));
  }

  int underWay() {
    return underWay.size();
  }

  private <T> T proxy(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getAsyncRemote" -> remote;
                  case "getUserPrincipal" -> null;
                  case "getUserProperties" -> propertiesWhileOpen();
                  case "sendText" -> send((String) arguments[0], (SendHandler) arguments[1]);
                  case "sendPing" -> ping((ByteBuffer) arguments[0]);
                  case "setMaxIdleTimeout" -> idle((long) arguments[0]);
                  case "suspend" -> paused = true;
                  case "resume" -> paused = false;
                  case "close" -> closed.complete((CloseReason) arguments[0]);
                  default -> throw new AssertionError(method);
                }));
  }

  /** As Tomcat has it; what was given stays of use. */
  private Map<String, Object> propertiesWhileOpen() {
    if (ended) {
      throw new IllegalStateException("The WebSocket session has been closed");
    }
    return properties;
  }

  private Object idle(long milliseconds) {
    propertiesWhileOpen();
    maxIdleTimeout = milliseconds;
    return null;
  }

  private Object ping(ByteBuffer payload) {
    sent.add("(ping)");
    pings.add(payload);
    duringPing.run();
    return null;
  }

  private Object send(String text, SendHandler handler) {
    sent.add(text);
    duringSend.run();
    if (completesAtOnce) {
      handler.onResult(new SendResult());
    } else {
      underWay.add(handler);
    }
    return null;
  }
}
