package io.github.usermediaplug.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinTest {

  @Test
  void whatItDoesNotKnowIsPassedOver() {
    assertEquals(
        Optional.of(new Join("join", "a", "b", "t")),
        read("{'type':'join','x':{'y':[1]},'user':'a','peer':'b','z':[[]],'ticket':'t'} "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{'type':'join','user':'a','peer':'b'}",
        "{'type':'pair','user':'a','peer':'b','ticket':'t'}",
        "{'type':'join','user':'a','peer':'b','ticket':5}",
        "{'type':'join','user':'a','peer':'b','ticket':'t','ticket':'t'}",
        "{'type':'join','user':'a','peer':'b','ticket':'t'} {}",
        "{'type':'join','user':'a','peer':'b','ticket':'t','x':{",
        "{'type':'join','user':'a','peer':'b','ticket':'t','x':[["
      })
  void anythingElseIsNone(String text) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertEquals(Optional.empty(), read(text)));
  }

  private static Optional<Join> read(String text) {
    return Join.read(text.replace('\'', '"'));
  }
}
