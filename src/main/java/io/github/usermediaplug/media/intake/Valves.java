package io.github.usermediaplug.media.intake;

import jakarta.websocket.Session;
import java.lang.reflect.Method;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Finds what a session's container offers by the methods it has: {@code WsSession.suspend} and
 * {@code resume} of Tomcat, or {@code suspendReceives} and {@code resumeReceives} of the channel
 * that a session of Undertow gives. By reflection, so that the jar needs neither.
 */
final class Valves {

  private static final Logger LOG = Logger.getLogger(Valves.class.getName());

  private Valves() {}

  static Valve of(Session session) {
    try {
      return methods(session, "suspend", "resume");
    } catch (ReflectiveOperationException notTomcat) {
      // Undertow is asked next.
    }
    try {
      Object channel = session.getClass().getMethod("getWebSocketChannel").invoke(session);
      return methods(channel, "suspendReceives", "resumeReceives");
    } catch (ReflectiveOperationException notUndertow) {
      return Valve.NONE;
    }
  }

  private static Valve methods(Object target, String pause, String resume)
      throws ReflectiveOperationException {
    Method pausing = target.getClass().getMethod(pause);
    Method resuming = target.getClass().getMethod(resume);
    return new Valve() {
      @Override
      public void pause() {
        call(pausing);
      }

      @Override
      public void resume() {
        call(resuming);
      }

      private void call(Method method) {
        try {
          method.invoke(target);
        } catch (ReflectiveOperationException | RuntimeException closed) {
          LOG.log(Level.FINE, "A connection could not be paused or resumed", closed);
        }
      }
    };
  }
}
