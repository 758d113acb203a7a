package io.github.usermediaplug.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How a connection begins.
 *
 * @param request what is said first
 * @param answered whether an HTTP response comes, and must be a 101
 */
public record Greeting(byte[] request, boolean answered) {

  private static final String KEY =
      Base64.getEncoder().encodeToString("sixteen bytes ok".getBytes(StandardCharsets.US_ASCII));

  /** A WebSocket handshake without extensions. */
  public static Greeting webSocket(String path, int port) {
    return new Greeting(
        ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n")
            .concat("Upgrade: websocket\r\nConnection: Upgrade\r\n")
            .concat("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII),
        true);
  }

  /** One line of text; nothing need come back. */
  public static Greeting plain(String text) {
    return new Greeting((text + "\n").getBytes(StandardCharsets.US_ASCII), false);
  }
}
