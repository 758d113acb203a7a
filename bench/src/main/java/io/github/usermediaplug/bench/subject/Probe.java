package io.github.usermediaplug.bench.subject;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** Asks a subject whether it is up: by its page, or by its port where it has none. */
final class Probe {

  private static final int TIMEOUT_MILLIS = 5000;
  private static final long PAUSE_NANOS = 5_000_000;

  private final int port;
  private final Subject subject;

  Probe(int port, Subject subject) {
    this.port = port;
    this.subject = subject;
  }

  /** Asks once; waits a few milliseconds after a no. */
  boolean isUp() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
      if (!subject.hasPage() || answersOk(socket)) {
        return true;
      }
    } catch (IOException notYet) {
      // It is asked again.
    }
    LockSupport.parkNanos(PAUSE_NANOS);
    return false;
  }

  private boolean answersOk(Socket socket) throws IOException {
    socket.setSoTimeout(TIMEOUT_MILLIS);
    String request =
        "GET " + subject.context() + "/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    return new String(in.readNBytes(12), StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
  }
}
