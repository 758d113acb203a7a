package io.github.usermediaplug.it.executable;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Bystanders;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.process.ServerProcess;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Thousands of connections on which a request never gets on, of the very address that honest users
 * have, as behind a proxy: the page is answered, calls go on, and new ones are made.
 */
@ExtendWith(Transcript.class)
class SiegeIT {
  private static final int TIMES = 3;
  private static final int PATIENCE_SECONDS = 30;

  @ParameterizedTest
  @EnumSource
  void nobodyElseNotices(Siege.Trick trick) throws Exception {
    try (ServerProcess server = ServerProcess.start(Data.fresh().folder());
        Exchange exchange = server.exchange()) {
      Bystanders honest = Bystanders.at(exchange, server.root());
      try (Siege siege = Siege.of(trick, server.port())) {
        for (int i = 0; i < TIMES; i++) {
          honest.goOn();
        }
      }
    }
  }

  /** Its time is for the whole request, not for each byte; what was upgraded has no such time. */
  @Test
  void aByteNowAndThenDoesNotMakeTheTimeOfARequestLonger() throws Exception {
    try (ServerProcess server = ServerProcess.start(Data.fresh().folder());
        Exchange exchange = server.exchange();
        Socket slow = new Socket("127.0.0.1", server.port())) {
      Bystanders honest = Bystanders.at(exchange, server.root());
      slow.getOutputStream().write("GET / HTTP/1.1\r\nX-Slow: ".getBytes(US_ASCII));
      slow.setSoTimeout(100);
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!ends(slow)) {
        assertTrue(System.nanoTime() < deadline, "it may go on");
      }
      honest.goOn();
    }
  }

  /** Sends one more byte, and looks a moment whether the server has had enough. */
  private static boolean ends(Socket slow) {
    try {
      slow.getOutputStream().write('x');
      return slow.getInputStream().read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }
}
