package io.github.usermediaplug.socket;

import java.time.Duration;
import java.util.Map;

/** What a container takes only under a name of its own; others pass it over. */
final class SessionTuning {

  private static final String BLOCKING_SEND = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private static final String CLOSE_ANSWER = "org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT";

  private SessionTuning() {}

  /**
   * Tomcat answers a client's ping in the reader's thread, behind a send that is under way; and it
   * goes on reading what a client sends that does not answer a close.
   */
  static void whileOpen(Map<String, Object> properties) {
    properties.put(BLOCKING_SEND, 5000L);
    properties.put(CLOSE_ANSWER, 5000L);
  }

  /**
   * Tomcat ends a connection whose client has not taken a ping in time, which must not be sooner
   * than others would give it up.
   */
  static void beforePing(Map<String, Object> properties, Duration patience) {
    properties.put(BLOCKING_SEND, patience.toMillis());
  }

  /**
   * Tomcat waits as long for a stalled peer before it closes; the peer has had its time by then.
   */
  static void beforeClose(Map<String, Object> properties) {
    properties.put(BLOCKING_SEND, 250L);
  }
}
