package io.github.usermediaplug.it.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;

/** The bare request that opens a WebSocket, to see the HTTP status that it is answered with. */
public final class Knock {
  private Knock() {}

  /** As a page of this origin does. */
  public static int from(String origin, URI door) throws IOException {
    String request =
        String.join(
            "\r\n",
            "GET " + door.getRawPath() + " HTTP/1.1",
            "Host: " + door.getAuthority(),
            "Origin: " + origin,
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "",
            "");
    try (Socket socket = new Socket(door.getHost(), door.getPort())) {
      socket.setSoTimeout((int) Mailbox.PATIENCE.toMillis());
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String answer =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
      if (answer == null) {
        throw new EOFException("no answer at " + door);
      }
      return Integer.parseInt(answer.split(" ")[1]);
    }
  }
}
