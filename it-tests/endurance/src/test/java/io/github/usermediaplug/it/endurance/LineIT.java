package io.github.usermediaplug.it.endurance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Cable;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways in which a server can end a line, and what is made of each. */
class LineIT {
  private static final byte[] HI = {(byte) 0x81, 2, 'h', 'i'};
  private static final byte[] CLOSE_1000 = {(byte) 0x88, 2, 1000 >> 8, (byte) 1000};
  private static final byte[] HALF_A_FRAME = {(byte) 0x82, 100, 1};

  private ServerSocket door;
  private Socket server;

  @BeforeEach
  void listen() throws IOException {
    door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void leave() throws IOException {
    door.close();
    server.close();
  }

  @Test
  void aCloseIsHeardBehindWhatCameBefore() throws IOException {
    Line line = open();
    says(HI, CLOSE_1000);
    hears(line, "hi");
    endsWith(line, 1000);
  }

  @Test
  void aCloseIsHeardThoughAResetFollows() throws IOException {
    Line line = open();
    says(HI, CLOSE_1000);
    resets();
    awaitReset(line);
    hears(line, "hi");
    endsWith(line, 1000);
  }

  @Test
  void aFinIsAnEndWithoutAWord() throws IOException {
    Line line = open();
    says(HI);
    server.close();
    hears(line, "hi");
    endsWith(line, Line.NO_WORD);
  }

  @Test
  void aResetThatMeetsAReadIsAnEndWithoutAWord() throws IOException {
    Line line = open();
    resets();
    endsWith(line, Line.NO_WORD);
  }

  @Test
  void aResetThatMeetsAWriteIsAnEndWithoutAWord() throws IOException {
    Line line = open();
    resets();
    awaitReset(line);
    assertEquals(Optional.empty(), line.poll());
    assertEquals(OptionalInt.of(Line.NO_WORD), line.endedByServer());
  }

  @Test
  void aFrameThatIsCutOffIsAnEndWithoutAWord() throws IOException {
    Line line = open();
    says(HALF_A_FRAME);
    resets();
    endsWith(line, Line.NO_WORD);
  }

  @Test
  void whatWeEndIsNotEndedByTheServer() throws IOException {
    Line line = open();
    says(HI, CLOSE_1000);
    line.cut();
    assertEquals(Optional.empty(), line.poll());
    assertEquals(OptionalInt.empty(), line.endedByServer());
  }

  @Test
  void aCablePassesAResetOn() throws Exception {
    try (Cable cable = Cable.to(address())) {
      Line line = open(cable.uri());
      resets();
      endsWith(line, Line.NO_WORD);
    }
    try (Cable cable = Cable.to(address())) {
      Line line = open(cable.uri());
      line.cut();
      assertEquals("Connection reset", howItEnds());
    }
  }

  /** Until the kernel has it: from then on it takes nothing more. */
  private static void awaitReset(Line line) {
    while (!line.isRefusing()) {
      line.say("anybody there?");
    }
  }

  private String howItEnds() throws IOException {
    try {
      server.setSoTimeout(20_000);
      return "read " + server.getInputStream().read();
    } catch (SocketException reset) {
      return reset.getMessage();
    }
  }

  private static void hears(Line line, String text) throws IOException {
    assertEquals(Optional.of(text), line.await().map(Message::text));
  }

  private static void endsWith(Line line, int code) throws IOException {
    assertEquals(Optional.empty(), line.await());
    assertEquals(OptionalInt.of(code), line.endedByServer());
  }

  private void says(byte[]... frames) throws IOException {
    for (byte[] frame : frames) {
      server.getOutputStream().write(frame);
    }
  }

  private void resets() throws IOException {
    server.setSoLinger(true, 0);
    server.close();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
  }

  private Line open() {
    return open(address());
  }

  private Line open(URI way) {
    CompletableFuture<Void> letIn = CompletableFuture.runAsync(this::letIn);
    Line line = new Line(new Exchange(way).slowMeta("somebody"));
    letIn.join();
    return line;
  }

  private void letIn() {
    try {
      server = door.accept();
      BufferedReader request =
          new BufferedReader(
              new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
      while (!request.readLine().isEmpty()) {
        // The rest of the handshake.
      }
      says("HTTP/1.1 101 Switching Protocols\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
