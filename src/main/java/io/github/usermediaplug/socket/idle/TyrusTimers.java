package io.github.usermediaplug.socket.idle;

import jakarta.websocket.Session;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tyrus makes a timer anew with each message, ping and pong, also where there is no idle time-out;
 * on Payara that is most of what a small message costs (docs/decisions/0014-timers.md). So a
 * session is given a scheduler that schedules nothing, in a field found by name, which is not
 * public and the same in 2.1 and 2.2.
 */
final class TyrusTimers {

  private static final Logger LOG = Logger.getLogger(TyrusTimers.class.getName());
  private static final String SESSION = "org.glassfish.tyrus.core.TyrusSession";

  /** Gives no timer: before it cancels one, Tyrus looks whether there is one. */
  private static final ScheduledExecutorService NOTHING =
      (ScheduledExecutorService)
          Proxy.newProxyInstance(
              TyrusTimers.class.getClassLoader(),
              new Class<?>[] {ScheduledExecutorService.class},
              (self, method, arguments) -> null);

  /** One entry: a deployment has one container. */
  private static final Map<Class<?>, Optional<Field>> SCHEDULERS = new ConcurrentHashMap<>();

  private TyrusTimers() {}

  /** Has a session make none, where it is one of Tyrus. */
  static void none(Session session) {
    Optional<Field> scheduler =
        SCHEDULERS.computeIfAbsent(session.getClass(), TyrusTimers::scheduler);
    try {
      if (scheduler.isPresent()) {
        scheduler.get().set(session, NOTHING);
      }
    } catch (IllegalAccessException opened) {
      throw new IllegalStateException(opened);
    }
  }

  private static Optional<Field> scheduler(Class<?> session) {
    if (!session.getName().equals(SESSION)) {
      return Optional.empty();
    }
    try {
      Field scheduler = session.getDeclaredField("service");
      if (!scheduler.getType().isInstance(NOTHING)) {
        throw new NoSuchFieldException("another one: " + scheduler);
      }
      scheduler.setAccessible(true);
      return Optional.of(scheduler);
    } catch (ReflectiveOperationException | RuntimeException moved) {
      LOG.log(
          Level.WARNING,
          "This Tyrus keeps its timers elsewhere than 2.1 and 2.2 do: where it makes one for each"
              + " message, messages take more of the processor; all else works as well",
          moved);
      return Optional.empty();
    }
  }
}
