package io.github.usermediaplug.socket;

import jakarta.websocket.Session;
import java.time.Duration;

/** What a container takes only under a name of its own; others pass it over. */
final class SessionTuning {

  private static final String BLOCKING_SEND = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private static final String CLOSE_ANSWER = "org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT";

  private SessionTuning() {}

  /**
   * Tomcat answers a client's ping in the reader's thread, behind a send that is under way; and it
   * goes on reading what a client sends that does not answer a close.
   */
  static void whileOpen(Session session) {
    afterPing(session);
    session.getUserProperties().put(CLOSE_ANSWER, 5000L);
  }

  /**
   * Tomcat ends a connection whose client has not taken a ping in time, which must not be sooner
   * than others would give it up.
   */
  static void beforePing(Session session, Duration patience) {
    session.getUserProperties().put(BLOCKING_SEND, patience.toMillis());
  }

  static void afterPing(Session session) {
    session.getUserProperties().put(BLOCKING_SEND, 5000L);
  }

  /**
   * Tomcat waits as long for a stalled peer before it closes; the peer has had its time by then.
   */
  static void beforeClose(Session session) {
    session.getUserProperties().put(BLOCKING_SEND, 250L);
  }
}
