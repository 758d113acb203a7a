package io.github.usermediaplug.socket.outlet;

import jakarta.websocket.Session;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The socket of one session on Tomcat, and the turn to write to it. */
final class TomcatSocket {

  /** One entry: a deployment has one container. */
  private static final Map<Class<?>, Optional<TomcatNames>> NAMES = new ConcurrentHashMap<>();

  /** Whoever looks after clients that take nothing has times of its own. */
  private static final long NO_TIMEOUT = Long.MAX_VALUE;

  private final TomcatNames names;
  private final Object remote;
  private final Object socket;
  private final Semaphore turn;

  private TomcatSocket(TomcatNames names, Session session) throws IllegalAccessException {
    this.names = names;
    this.remote = names.remote().get(session);
    this.socket = names.socket().get(remote);
    this.turn = (Semaphore) names.turn().get(remote);
  }

  /** That of this session, where it is Tomcat's and its connector writes without waiting. */
  static Optional<TomcatSocket> of(Session session) {
    Optional<TomcatNames> names = NAMES.computeIfAbsent(session.getClass(), TomcatNames::in);
    try {
      if (names.isEmpty()) {
        return Optional.empty();
      }
      TomcatSocket found = new TomcatSocket(names.get(), session);
      boolean canWrite = (boolean) names.get().canWrite().invoke(found.socket);
      return canWrite ? Optional.of(found) : Optional.empty();
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Takes the turn; says no where Tomcat has it, or has written a close and nothing may follow. */
  boolean takeTurn() {
    if (!turn.tryAcquire()) {
      return false;
    }
    if (isClosed()) {
      turn.release();
      return false;
    }
    return true;
  }

  /** Gives the turn back, once the handler has been told. */
  void endTurn() {
    turn.release();
  }

  /**
   * Writes all of these, now or as TCP takes them. The handler is told in any thread, once; or
   * never, where the socket is closed before TCP has taken all.
   *
   * @throws IllegalStateException where the socket is just being closed. The turn may have been
   *     given back by then or not, so whoever catches this leaves it as it is
   */
  void write(CompletionHandler<Long, Object> handler, ByteBuffer... frame) {
    try {
      names
          .write()
          .invoke(
              socket,
              names.neverWaits(),
              NO_TIMEOUT,
              TimeUnit.MILLISECONDS,
              null,
              names.allWritten(),
              handler,
              frame);
    } catch (IllegalAccessException | InvocationTargetException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private boolean isClosed() {
    try {
      return names.closed().getBoolean(remote);
    } catch (IllegalAccessException opened) {
      throw new IllegalStateException(opened);
    }
  }
}
