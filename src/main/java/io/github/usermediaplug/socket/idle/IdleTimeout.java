package io.github.usermediaplug.socket.idle;

import jakarta.websocket.Session;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The container's own end of a session that says nothing. */
public final class IdleTimeout {

  private static final Logger LOG = Logger.getLogger(IdleTimeout.class.getName());

  private IdleTimeout() {}

  /**
   * Has a session not end for being idle, whatever the container's default. To be called before its
   * first message; where the session has ended already, it does nothing.
   */
  public static void none(Session session) {
    TyrusTimers.none(session); // first, or what follows makes one more
    try {
      session.setMaxIdleTimeout(-1);
    } catch (IllegalStateException closed) {
      LOG.log(Level.FINE, "The connection was gone before it was admitted", closed);
    }
  }
}
