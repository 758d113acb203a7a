package io.github.usermediaplug.bench.limit;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers and forwards what (e) sends, and checks nothing: what a container can do by blocking
 * sends where the broker itself costs nothing. Not for use.
 */
@ServerEndpoint("/meta")
public class BrokerEndpoint {

  private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");
  private static final Map<String, Session> ONLINE = new ConcurrentHashMap<>();
  private static final Map<String, List<String>> PEERS = new ConcurrentHashMap<>();

  private String own;

  /** Any message of the contract. */
  @OnMessage
  public void text(Session session, String message) throws IOException {
    String type = field(message, "type");
    if (type.equals("whoami")) {
      own = field(message, "user");
      ONLINE.put(own, session);
    }
    send(session, "{\"type\":\"res\",\"for\":\"" + type + "\",\"ok\":true}");
    switch (type) {
      case "whoami" -> {}
      case "reg-user" -> PEERS.put(own, peers(message));
      case "status" -> {
        for (String peer : PEERS.get(own)) {
          send(ONLINE.get(peer), message);
        }
      }
      case "accept" -> {
        send(ONLINE.get(field(message, "peer")), message);
        send(ONLINE.get(field(message, "peer")), forceCall(own));
        send(session, forceCall(field(message, "peer")));
      }
      default -> send(ONLINE.get(field(message, "peer")), message);
    }
  }

  /** Nothing is kept of one that is gone. */
  @OnClose
  public void close() {
    if (own != null) {
      ONLINE.remove(own);
      PEERS.remove(own);
    }
  }

  private static void send(Session to, String message) throws IOException {
    synchronized (to) {
      to.getBasicRemote().sendText(message);
    }
  }

  private static String forceCall(String peer) {
    return "{\"type\":\"force-call\",\"peer\":\"%s\",\"pair\":\"%s\",\"ticket\":\"%s\"}"
        .formatted(peer, UUID.randomUUID(), UUID.randomUUID());
  }

  private static String field(String message, String name) {
    int from = message.indexOf("\"" + name + "\":\"") + name.length() + 4;
    return message.substring(from, message.indexOf('"', from));
  }

  private static List<String> peers(String message) {
    Matcher strings = STRING.matcher(message.substring(message.indexOf('[')));
    return strings.results().map(one -> one.group(1)).toList();
  }
}
