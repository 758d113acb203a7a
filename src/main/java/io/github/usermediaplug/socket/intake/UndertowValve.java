package io.github.usermediaplug.socket.intake;

import jakarta.websocket.Session;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Suspends what Undertow receives on a session. An I/O thread reads frames and hands each to a
 * worker through a queue without a bound, so that a client with many small ones has thousands wait
 * there, each with a buffer, before the endpoint sees the first and can pause. So after each {@link
 * #AHEAD} frames nothing is read until the worker has come to the end of that queue. By reflection,
 * so that the jar does not need Undertow.
 */
final class UndertowValve implements Valve {

  private static final Logger LOG = Logger.getLogger(UndertowValve.class.getName());
  private static final AtomicBoolean WARNED = new AtomicBoolean();
  private static final int AHEAD = 128;

  /** A frame of so many bytes is no tiny fragment. */
  private static final int USUAL = 4 << 10;

  private final Object channel;
  private final Method suspend;
  private final Method resume;
  private int read; // by the I/O thread: how often it has been given something since the last stop
  private long needed; // by the worker, as the next: what messages needed since, in bytes
  private volatile IntConsumer needless = frames -> {};
  private boolean paused; // guarded by this, as the next
  private boolean ahead;

  private UndertowValve(Object channel) throws ReflectiveOperationException {
    this.channel = channel;
    this.suspend = channel.getClass().getMethod("suspendReceives");
    this.resume = channel.getClass().getMethod("resumeReceives");
  }

  /** The valve of a session of Undertow's; on any other this throws. */
  static UndertowValve of(Session session) throws ReflectiveOperationException {
    Object channel = session.getClass().getMethod("getWebSocketChannel").invoke(session);
    UndertowValve valve = new UndertowValve(channel);
    try {
      valve.listen();
    } catch (ReflectiveOperationException | RuntimeException moved) {
      if (WARNED.compareAndSet(false, true)) {
        LOG.log(
            Level.WARNING, "What this Undertow reads ahead of its workers is not bounded", moved);
      }
    }
    return valve;
  }

  /** Stands before the listener that reads frames and knows the queue. */
  private void listen() throws ReflectiveOperationException {
    Method getSetter = channel.getClass().getMethod("getReceiveSetter");
    Object setter = getSetter.invoke(channel);
    Object listener = setter.getClass().getMethod("get").invoke(setter);
    Field field = listener.getClass().getDeclaredField("executor");
    field.setAccessible(true);
    Executor worker = (Executor) field.get(listener);
    Class<?> type =
        Class.forName("org.xnio.ChannelListener", false, setter.getClass().getClassLoader());
    Object first =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              boolean stops = method.getName().equals("handleEvent") && ++read == AHEAD;
              if (!stops) {
                return method.invoke(listener, arguments);
              }
              read = 0;
              stop(true);
              try {
                return method.invoke(listener, arguments);
              } finally {
                worker.execute(this::goOn);
              }
            });
    getSetter.getReturnType().getMethod("set", type).invoke(setter, first);
  }

  private void goOn() {
    int frames = AHEAD - (int) Math.min(AHEAD, needed / USUAL);
    needed = 0;
    if (frames > 0) {
      needless.accept(frames);
    }
    stop(false);
  }

  @Override
  public void given(int bytes, boolean last) {
    needed += last ? Math.max(USUAL, bytes) : bytes;
  }

  @Override
  public void whenNeedless(IntConsumer action) {
    needless = action;
  }

  @Override
  public synchronized void pause() {
    paused = true;
    apply();
  }

  @Override
  public synchronized void resume() {
    paused = false;
    apply();
  }

  private synchronized void stop(boolean isAhead) {
    ahead = isAhead;
    apply();
  }

  private void apply() {
    Valves.call(paused || ahead ? suspend : resume, channel);
  }
}
