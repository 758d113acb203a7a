package io.github.usermediaplug.socket.outlet;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tomcat answers a client's ping in the thread that read it, by its own blocking remote endpoint,
 * and waits there where the client does not read. So a session is given another such endpoint, in a
 * field found by name, which is not public and the same in 10.1 and 11.0: it hands pongs over and
 * leaves all else to Tomcat's.
 */
final class TomcatPongs {

  private static final Logger LOG = Logger.getLogger(TomcatPongs.class.getName());

  /** One entry: a deployment has one container. */
  private static final Map<Class<?>, Optional<Field>> REMOTES = new ConcurrentHashMap<>();

  private TomcatPongs() {}

  /** Hands over what a session of Tomcat answers pings with; says no where that can't be. */
  static boolean handOver(Session session, Consumer<ByteBuffer> pongs) {
    Class<?> type = session.getClass();
    Optional<Field> field = REMOTES.computeIfAbsent(type, TomcatPongs::remote);
    if (field.isEmpty()) {
      return false;
    }
    try {
      RemoteEndpoint.Basic tomcats = (RemoteEndpoint.Basic) field.get().get(session);
      field.get().set(session, withoutPongs(tomcats, pongs));
      return true;
    } catch (IllegalAccessException | RuntimeException refused) {
      REMOTES.put(type, Optional.empty());
      warn(refused);
      return false;
    }
  }

  private static RemoteEndpoint.Basic withoutPongs(
      RemoteEndpoint.Basic tomcats, Consumer<ByteBuffer> pongs) {
    return (RemoteEndpoint.Basic)
        Proxy.newProxyInstance(
            TomcatPongs.class.getClassLoader(),
            new Class<?>[] {RemoteEndpoint.Basic.class},
            new Diverted(tomcats, pongs));
  }

  private static Optional<Field> remote(Class<?> session) {
    try {
      Field remote = session.getDeclaredField("remoteEndpointBasic");
      if (!remote.getType().equals(RemoteEndpoint.Basic.class)) {
        throw new NoSuchFieldException("another one: " + remote);
      }
      remote.setAccessible(true);
      return Optional.of(remote);
    } catch (ReflectiveOperationException | RuntimeException moved) {
      warn(moved);
      return Optional.empty();
    }
  }

  private static void warn(Exception moved) {
    LOG.log(
        Level.WARNING,
        "This Tomcat keeps its remote endpoints elsewhere than 10.1 and 11.0 do: a client that"
            + " pings and does not read holds a thread for up to 5 s; all else works as well",
        moved);
  }

  private record Diverted(RemoteEndpoint.Basic tomcats, Consumer<ByteBuffer> pongs)
      implements InvocationHandler {

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("sendPong")) {
        pongs.accept((ByteBuffer) arguments[0]);
        return null;
      }
      try {
        return method.invoke(tomcats, arguments);
      } catch (InvocationTargetException failure) {
        throw failure.getCause();
      }
    }
  }
}
