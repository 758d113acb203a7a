package io.github.usermediaplug.socket;

import jakarta.websocket.Session;

/** What a container takes only under a name of its own; others pass it over. */
final class SessionTuning {

  private SessionTuning() {}

  /**
   * Tomcat waits up to 20 seconds for a stalled peer when it closes a session with 1000. The peer
   * has had its time by then.
   */
  static void closeSoon(Session session) {
    session.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", 250L);
  }
}
