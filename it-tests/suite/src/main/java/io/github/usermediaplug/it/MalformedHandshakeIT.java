package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Knock;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is no handshake is refused in few words: no container waits for more of it, keeps it, or
 * logs it, which is checked once for all tests.
 */
class MalformedHandshakeIT extends AgainstDefaults {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "HEAD", "OPTIONS", "DELETE", "PATCH"})
  void onlyGetOpensAWebSocket(String method) throws IOException {
    for (URI door : doors()) {
      assertEquals(405, Knock.asking(method, door, ""));
    }
  }

  /** Payara reads a form before it answers. */
  @Test
  void aFormThatNeverComesIsNotAwaited() throws IOException {
    for (URI door : doors()) {
      assertEquals(405, Knock.asking("POST", door, "", FORM, "Content-Length: 100"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 7", "Transfer-Encoding: chunked"})
  void aHandshakeHasNoBody(String header) throws IOException {
    for (URI door : doors()) {
      assertEquals(400, Knock.asking("GET", door, "", header));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"?%zz=%", "?%", "?a=%f"})
  void aQueryIsOne(String query) throws IOException {
    for (URI door : doors()) {
      assertEquals(400, Knock.asking("GET", door, query));
    }
  }

  @Test
  void aQueryThatIsOneIsPassedOver() throws IOException {
    for (URI door : doors()) {
      assertEquals(101, Knock.asking("GET", door, "?a=b&c=%20"));
    }
  }

  /** None is agreed to anyway. */
  @ParameterizedTest
  @ValueSource(strings = {";;;,,==", "a; b=\"c", "", ",", "permessage-deflate; =1"})
  void extensionsAreNotRead(String extensions) throws IOException {
    for (URI door : doors()) {
      assertEquals(101, Knock.with(door, "Sec-WebSocket-Extensions: " + extensions));
    }
  }

  @Test
  void aFrameWhoseLengthHasItsFirstBitSetEndsTheConnection() throws IOException {
    SlowLink line = exchange.slowMeta("mallory");
    line.raw((byte) 0x81, (byte) 0xff);
    line.raw(
        (byte) -1, (byte) -1, (byte) -1, (byte) -1, (byte) -1, (byte) -1, (byte) -1, (byte) -1);
    line.raw(new byte[4]);
    line.awaitEnd();
  }

  private List<URI> doors() {
    return List.of(exchange.metaUri(), exchange.mediaUri());
  }
}
