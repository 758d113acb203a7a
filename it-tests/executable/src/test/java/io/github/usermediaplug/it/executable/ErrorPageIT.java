package io.github.usermediaplug.it.executable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.process.ServerProcess;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the WAR that runs itself answers to requests that go wrong: the status, and no more. */
class ErrorPageIT {
  private static final int PATIENCE_MILLIS = 20_000;

  /** What server it is, of what version, and where in it a request failed. */
  private static final List<String> TOLD_BY_NONE =
      List.of("Tomcat", "10.1", "Coyote", "Exception", "org.apache", "Server:");

  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    server = ServerProcess.start(Data.fresh().folder());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "404, GET /nowhere HTTP/1.1",
    "404, GET /user-media-plug/nowhere HTTP/1.1",
    "404, GET /user-media-plug/WEB-INF/web.xml HTTP/1.1",
    "400, GET /user-media-plug/[x] HTTP/1.1",
    "400, GET /user-media-plug/%zz HTTP/1.1",
    "400, GET /user-media-plug/%00 HTTP/1.1",
    "400, GET user-media-plug HTTP/1.1",
    "400, G{T /user-media-plug/ HTTP/1.1",
    "505, GET /user-media-plug/ HTTP/3.7",
    "405, PUT /user-media-plug/index.html HTTP/1.1",
    "405, TRACE /user-media-plug/ HTTP/1.1"
  })
  void aRequestThatGoesWrongIsToldItsStatus(int status, String line) throws IOException {
    isToldItsStatus(status, line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  @ParameterizedTest
  @CsvSource({"400, Sec-WebSocket-Version: 13", "426, Sec-WebSocket-Version: 7"})
  void soIsAHandshake(int status, String header) throws IOException {
    isToldItsStatus(
        status,
        "GET /user-media-plug/meta HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade, close\r\n"
            + header
            + "\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Host: a\r\nHost: b", "Host: a b", "Host", "Host: a\r\nX {: y", "Accept: none"})
  void andWhatComesWithoutAHostOrWithMalformedHeaders(String headers) throws IOException {
    isToldItsStatus(
        400, "GET /user-media-plug/ HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n\r\n");
  }

  private static void isToldItsStatus(int status, String request) throws IOException {
    URI root = server.root();
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      String response = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertTrue(response.startsWith("HTTP/1.1 " + status), response);
      Stream<String> told = TOLD_BY_NONE.stream().filter(response::contains);
      assertEquals(List.of(), told.toList(), response);
    }
  }
}
