package io.github.usermediaplug.bench.limit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers and forwards what (e) sends, and checks nothing: a broker that itself costs nothing. Not
 * for use.
 */
final class Broker {

  private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");
  private static final Map<String, Line> ONLINE = new ConcurrentHashMap<>();
  private static final Map<String, List<String>> PEERS = new ConcurrentHashMap<>();

  private final Line line;
  private String own;

  Broker(Line line) {
    this.line = line;
  }

  /** Any message of the contract. */
  void text(String message) throws IOException {
    String type = field(message, "type");
    if (type.equals("whoami")) {
      own = field(message, "user");
      ONLINE.put(own, line);
    }
    line.text("{\"type\":\"res\",\"for\":\"" + type + "\",\"ok\":true}");
    switch (type) {
      case "whoami" -> {}
      case "reg-user" -> PEERS.put(own, peers(message));
      case "status" -> {
        for (String peer : PEERS.get(own)) {
          ONLINE.get(peer).text(message);
        }
      }
      case "accept" -> {
        ONLINE.get(field(message, "peer")).text(message);
        ONLINE.get(field(message, "peer")).text(forceCall(own));
        line.text(forceCall(field(message, "peer")));
      }
      default -> ONLINE.get(field(message, "peer")).text(message);
    }
  }

  /** Nothing is kept of one that is gone. */
  void leave() {
    if (own != null) {
      ONLINE.remove(own);
      PEERS.remove(own);
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
