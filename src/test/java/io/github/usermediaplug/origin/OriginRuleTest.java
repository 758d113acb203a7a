package io.github.usermediaplug.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginRuleTest {

  private static final OriginRule RULE = new OriginRule(List.of("https://partner.example:8443"));

  @ParameterizedTest
  @CsvSource({
    ", call.example, true",
    "https://call.example, call.example, true",
    "https://call.example, call.example:443, true",
    "http://CALL.example, call.example:80, true",
    "http://localhost:8080, localhost:8080, true",
    "http://[::1]:8080, [::1]:8080, true",
    "https://partner.example:8443, call.example, true",
    "https://evil.example, call.example, false",
    "https://call.example.evil.example, call.example, false",
    "https://call.example:8443, call.example, false",
    "http://localhost:8081, localhost:8080, false",
    "null, call.example, false",
    "https://partner.example, call.example, false",
    "not an origin, call.example, false",
    "https://call.example, , false"
  })
  void admits(String origin, String host, boolean admitted) {
    assertEquals(admitted, RULE.admits(origin, host));
  }
}
