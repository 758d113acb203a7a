package io.github.usermediaplug.socket.outlet;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where Tomcat keeps what a {@link TomcatSocket} is made of. By name, so that the jar needs no
 * Tomcat; the names are the same in 10.1 and 11.0, and none of the fields is public.
 *
 * @param remote of a session, its remote endpoint
 * @param turn of a remote endpoint, who may write: a semaphore
 * @param closed of a remote endpoint, whether a close has been written
 * @param socket of a remote endpoint, what is written to
 * @param canWrite of a socket, whether its connector has what follows
 * @param write of a socket, the form that tells when it has written
 * @param neverWaits how it is to write: where another write is under way it tells of a failure
 * @param allWritten when it is to tell: once nothing remains, be it at once or later
 */
record TomcatNames(
    Field remote,
    Field turn,
    Field closed,
    Field socket,
    Method canWrite,
    Method write,
    Object neverWaits,
    Object allWritten) {

  private static final Logger LOG = Logger.getLogger(TomcatNames.class.getName());
  private static final String SESSION = "org.apache.tomcat.websocket.WsSession";

  /** Those of this class of sessions; none where it is not Tomcat's, or not as it was. */
  static Optional<TomcatNames> in(Class<?> session) {
    if (!session.getName().equals(SESSION)) {
      return Optional.empty();
    }
    try {
      return Optional.of(find(session));
    } catch (ReflectiveOperationException | RuntimeException moved) {
      LOG.log(
          Level.WARNING,
          "This Tomcat keeps its sockets elsewhere than 10.1 and 11.0 do: messages go out by the"
              + " API alone, which works as well and takes more of the processor",
          moved);
      return Optional.empty();
    }
  }

  private static TomcatNames find(Class<?> session) throws ReflectiveOperationException {
    ClassLoader tomcat = session.getClassLoader();
    Class<?> remote = tomcat.loadClass("org.apache.tomcat.websocket.WsRemoteEndpointImplBase");
    Class<?> ofServer =
        tomcat.loadClass("org.apache.tomcat.websocket.server.WsRemoteEndpointImplServer");
    Class<?> socket = tomcat.loadClass("org.apache.tomcat.util.net.SocketWrapperBase");
    Class<?> mode = tomcat.loadClass(socket.getName() + "$BlockingMode");
    Class<?> check = tomcat.loadClass(socket.getName() + "$CompletionCheck");
    return new TomcatNames(
        open(session, "wsRemoteEndpoint"),
        open(remote, "messagePartInProgress"),
        open(remote, "closed"),
        open(ofServer, "socketWrapper"),
        socket.getMethod("hasAsyncIO"),
        socket.getMethod(
            "write",
            mode,
            long.class,
            TimeUnit.class,
            Object.class,
            check,
            CompletionHandler.class,
            ByteBuffer[].class),
        mode.getField("CLASSIC").get(null),
        socket.getField("COMPLETE_WRITE_WITH_COMPLETION").get(null));
  }

  private static Field open(Class<?> type, String name) throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
