package io.github.usermediaplug.it.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The bare request that opens a WebSocket, to see the HTTP status that it is answered with. */
public final class Knock {
  private static final List<String> HEADERS =
      List.of(
          "Upgrade: websocket",
          "Connection: Upgrade",
          "Sec-WebSocket-Version: 13",
          "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==");

  private Knock() {}

  /** As a page of this origin does. */
  public static int from(String origin, URI door) throws IOException {
    return with(door, "Origin: " + origin);
  }

  /** As a client does that sends these headers besides those that open a WebSocket. */
  public static int with(URI door, String... headers) throws IOException {
    List<String> all = new ArrayList<>(HEADERS);
    all.addAll(List.of(headers));
    return bare(door, all.toArray(String[]::new));
  }

  /** As a client does that sends these headers besides. */
  public static int with(URI door, Map<String, String> headers) throws IOException {
    return with(
        door,
        headers.entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue())
            .toArray(String[]::new));
  }

  /** As a client does that sends these headers besides those, and each {@code Host} itself. */
  public static int at(URI door, String... headers) throws IOException {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(HEADERS);
    return status(sent(door, all));
  }

  /** As a client does that sends these headers and no others. */
  public static int bare(URI door, String... headers) throws IOException {
    return status(answer(door, List.of(headers)));
  }

  /** As a client does whose request line and further headers are these. */
  public static int asking(String method, URI door, String query, String... headers)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("Host: " + door.getAuthority()));
    all.addAll(HEADERS);
    all.addAll(List.of(headers));
    return status(sent(method, door, door.getRawPath() + query, all));
  }

  private static int status(List<String> answer) {
    return Integer.parseInt(answer.get(0).split(" ")[1]);
  }

  /** What the door that opens says: the lines of its answer, in lower case. */
  public static List<String> answer(URI door) throws IOException {
    return answer(door, HEADERS).stream().map(line -> line.toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> answer(URI door, List<String> headers) throws IOException {
    List<String> all = new ArrayList<>(List.of("Host: " + door.getAuthority()));
    all.addAll(headers);
    return sent(door, all);
  }

  private static List<String> sent(URI door, List<String> headers) throws IOException {
    return sent("GET", door, door.getRawPath(), headers);
  }

  private static List<String> sent(String method, URI door, String target, List<String> headers)
      throws IOException {
    String request =
        "%s %s HTTP/1.1\r\n%s\r\n\r\n".formatted(method, target, String.join("\r\n", headers));
    try (Socket socket = new Socket(door.getHost(), door.getPort())) {
      socket.setSoTimeout((int) Mailbox.PATIENCE.toMillis());
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      List<String> lines = new ArrayList<>();
      for (String line = reader.readLine(); !"".equals(line); line = reader.readLine()) {
        if (line == null) {
          throw new EOFException("no answer at " + door);
        }
        lines.add(line);
      }
      return lines;
    }
  }
}
