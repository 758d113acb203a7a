package io.github.usermediaplug.socket.intake;

import jakarta.websocket.Session;
import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds what a session's container offers by the methods it has: {@code WsSession.suspend} and
 * {@code resume} of Tomcat, or a channel of Undertow's; or the stream that our upgrade filter gave
 * to Tyrus. By reflection, so that the jar needs none of them.
 */
final class Valves {

  private static final Logger LOG = Logger.getLogger(Valves.class.getName());

  private Valves() {}

  static Valve of(Session session, Executor reader) {
    try {
      return ofTomcat(session);
    } catch (ReflectiveOperationException notTomcat) {
      // Undertow is asked next.
    }
    try {
      return UndertowValve.of(session);
    } catch (ReflectiveOperationException notUndertow) {
      return TyrusValve.of(session, reader).orElse(Valve.NONE);
    }
  }

  private static Valve ofTomcat(Session session) throws ReflectiveOperationException {
    Method suspend = session.getClass().getMethod("suspend");
    Method resume = session.getClass().getMethod("resume");
    return new Valve() {
      @Override
      public void pause() {
        call(suspend, session);
      }

      @Override
      public void resume() {
        call(resume, session);
      }
    };
  }

  static void call(Method method, Object target) {
    try {
      method.invoke(target);
    } catch (ReflectiveOperationException | RuntimeException closed) {
      LOG.log(Level.FINE, "A connection could not be paused or resumed", closed);
    }
  }
}
