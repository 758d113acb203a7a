package io.github.usermediaplug.bench.limit;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** What a container can do by blocking sends. */
@ServerEndpoint("/meta")
public class BrokerEndpoint {

  private Broker broker;

  /** Nobody knows yet who it is. */
  @OnOpen
  public void open(Session session) {
    broker = new Broker(new BlockingLine(session));
  }

  /** Any message of the contract. */
  @OnMessage
  public void text(String message) throws IOException {
    broker.text(message);
  }

  /** It leaves. */
  @OnClose
  public void close() {
    broker.leave();
  }
}
