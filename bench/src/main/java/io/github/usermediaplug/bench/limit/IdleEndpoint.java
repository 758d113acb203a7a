package io.github.usermediaplug.bench.limit;

import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;

/** A session with the container's own defaults; says back what it hears. */
@ServerEndpoint("/idle")
public class IdleEndpoint {

  /** Any text. */
  @OnMessage
  public String text(String message) {
    return message;
  }
}
