package io.github.usermediaplug.socket;

import jakarta.websocket.Session;
import java.time.Duration;
import java.util.Map;

/** What a container takes only under a name of its own; others pass it over. */
final class SessionTuning {

  private static final String BLOCKING_SEND = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private static final String CLOSE_ANSWER = "org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT";

  private static final long SHORT_MILLIS = 250;

  private final Map<String, Object> properties; // asked for once: a closed session gives none
  private final long answerMillis;

  /**
   * Of this session.
   *
   * @param pongsAreOurs whether it answers no ping itself
   */
  SessionTuning(Session session, boolean pongsAreOurs) {
    this.properties = session.getUserProperties();
    this.answerMillis = pongsAreOurs ? SHORT_MILLIS : 5000L;
  }

  /**
   * Tomcat answers a client's close in the reader's thread, behind a send that is under way, and so
   * it does a ping where nobody else does; a client that is slow is to have its pongs, while one
   * that has closed wants no more than the end. And Tomcat goes on reading what a client sends that
   * does not answer a close.
   */
  void whileOpen() {
    properties.put(BLOCKING_SEND, answerMillis);
    properties.put(CLOSE_ANSWER, 5000L);
  }

  /**
   * Tomcat ends a connection whose client has not taken a ping in time, which must not be sooner
   * than others would give it up.
   */
  void beforePing(Duration patience) {
    properties.put(BLOCKING_SEND, patience.toMillis());
  }

  /**
   * Tomcat waits as long for a stalled peer before it closes; the peer has had its time by then.
   */
  void beforeClose() {
    properties.put(BLOCKING_SEND, SHORT_MILLIS);
  }
}
