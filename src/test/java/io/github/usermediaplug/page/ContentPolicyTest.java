package io.github.usermediaplug.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentPolicyTest {

  @Test
  void thePageMayConnectToItsOwnServer() {
    assertEquals(
        "'self' ws://calls.example:8080 wss://calls.example:8080",
        connections(Optional.empty(), "calls.example:8080"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a; script-src *", "a b", "", "a:b", "[::1", "a\r\nX: y"})
  void aHostThatIsNoneChangesNothing(String host) {
    assertEquals("'self'", connections(Optional.empty(), host));
  }

  @ParameterizedTest
  @CsvSource({
    "wss://media.example/media, wss://media.example",
    "https://media.example:8443/x?y, wss://media.example:8443",
    "ws://media.example, ws://media.example"
  })
  void whereMediaIsServedElsewhereThatIsAllowedToo(String url, String source) {
    assertEquals(
        "'self' ws://[::1]:80 wss://[::1]:80 " + source, connections(Optional.of(url), "[::1]:80"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/calls/media", "media", "not a url", "wss://a;b/"})
  void aPathIsOnThisServer(String url) {
    assertEquals("'self' ws://a wss://a", connections(Optional.of(url), "a"));
  }

  private static String connections(Optional<String> mediaUrl, String host) {
    String policy = new ContentPolicy(mediaUrl).forHost(host);
    return policy.replaceFirst(".*connect-src ", "").replaceFirst(";.*", "");
  }
}
