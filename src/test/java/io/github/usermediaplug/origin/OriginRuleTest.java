package io.github.usermediaplug.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginRuleTest {

  private static final Optional<Key<?>> TAKEN = Optional.empty();
  private static final OriginRule RULE =
      rule(
          Map.of(
              "allowed-origins",
              "https://partner.example:8443, http://plain.example:80, capacitor://localhost"));
  private static final OriginRule NAMED =
      rule(Map.of("hosts", "calls.example, Intranet:8080, tls.example:443, [0:0:0:0:0:0:0:1]"));

  @ParameterizedTest
  @CsvSource({
    ", call.example, true",
    "https://call.example, call.example, true",
    "https://call.example, call.example:443, true",
    "https://call.example:443, call.example, true",
    "http://CALL.example, call.example:80, true",
    "http://call.example:80, CALL.example, true",
    "HTTP://call.example, call.example, true",
    "http://localhost:8080, localhost:8080, true",
    "http://my_server-1, my_server-1, true",
    "http://192.0.2.7:8080, 192.0.2.7:8080, true",
    "http://[::1]:8080, [::1]:8080, true",
    "http://[2001:DB8::1], [2001:db8:0:0::1], true",
    "https://partner.example:8443, call.example, true",
    "HTTPS://Partner.example:8443, call.example, true",
    "http://plain.example, call.example, true",
    "capacitor://localhost, call.example, true",
    "https://evil.example, call.example, false",
    "https://call.example.evil.example, call.example, false",
    "https://call.example:8443, call.example, false",
    "http://call.example:443, call.example, false",
    "http://call.example, call.example:443, false",
    "http://localhost:8081, localhost:8080, false",
    "http://[::2], [::1], false",
    "null, call.example, false",
    "https://partner.example, call.example, false",
    "http://partner.example:8443, call.example, false",
    "capacitor://localhost:80, call.example, false",
    "capacitor://call.example, call.example, false"
  })
  void admits(String origin, String host, boolean admitted) {
    assertEquals(
        admitted ? TAKEN : Optional.of(Key.ALLOWED_ORIGINS),
        RULE.refusal(Optional.ofNullable(origin).map(List::of).orElse(List.of()), List.of(host)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "not an origin",
        "call.example",
        "//call.example",
        "http:call.example",
        "http:/call.example",
        "http://",
        "http:///",
        "ftp://call.example",
        "ws://call.example",
        "wss://call.example",
        "httpss://call.example",
        " http://call.example",
        "http://call.example ",
        "http://call.example\n",
        "http:// call.example",
        "http://call.example/",
        "http://call.example/page",
        "http://call.example?",
        "http://call.example?a=b",
        "http://call.example#",
        "http://call.example#here",
        "http://call.example\\",
        "http://@call.example",
        "http://evil@call.example",
        "http://evil:word@call.example",
        "http://call.example@evil.example",
        "http://call.example:",
        "http://call.example:0",
        "http://call.example:080",
        "http://call.example:+80",
        "http://call.example:80:80",
        "http://call.example:65616",
        "http://call.example:4294967376",
        "http://call.example:http",
        "http://call%2eexample",
        "http://c\u00e4ll.example",
        "http://call.example http://call.example",
        "http://call.example, http://call.example",
        "http://[call.example]",
        "http://[::1",
        "http://::1",
        "http://[:::]",
        "http://[::1%25eth0]",
        "http://[127.0.0.1]"
      })
  void whatIsNoOriginIsRefusedThoughTheHostIsThere(String origin) {
    assertEquals(
        Optional.of(Key.ALLOWED_ORIGINS), RULE.refusal(List.of(origin), List.of("call.example")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "call.example ",
        "call.example,call.example",
        "http://call.example",
        "evil@call.example",
        "call.example/",
        "call.example:",
        "call.example:0",
        "call.example:65536",
        "[::1",
        "::1",
        "[:::]"
      })
  void whatIsNoHostIsRefusedThoughThereIsNoOrigin(String host) {
    assertEquals(Optional.of(Key.HOSTS), RULE.refusal(List.of(), List.of(host)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "allowed-origins"})
  void eachHeaderMayComeOnce(String allowingAll) {
    OriginRule rule = rule(Map.of(allowingAll, "*"));
    List<String> host = List.of("call.example");
    String own = "http://call.example";
    assertEquals(TAKEN, rule.refusal(List.of(own), host));
    assertEquals(Optional.of(Key.ALLOWED_ORIGINS), rule.refusal(List.of(own, own), host));
    assertEquals(
        Optional.of(Key.ALLOWED_ORIGINS), rule.refusal(List.of(own, "http://evil.example"), host));
    assertEquals(
        Optional.of(Key.HOSTS),
        rule.refusal(List.of(own), List.of("call.example", "evil.example")));
    assertEquals(
        Optional.of(Key.HOSTS),
        rule.refusal(List.of(own), List.of("call.example", "call.example")));
    assertEquals(Optional.of(Key.HOSTS), rule.refusal(List.of(), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "chrome-extension://abcdef", "nonsense"})
  void theStarAllowsAll(String origin) {
    OriginRule all = rule(Map.of("allowed-origins", "*"));
    assertEquals(TAKEN, all.refusal(List.of(origin), List.of("call.example")));
  }

  @ParameterizedTest
  @CsvSource({
    "calls.example, true",
    "CALLS.example, true",
    "calls.example:8080, true",
    "intranet:8080, true",
    "tls.example, true",
    "tls.example:443, true",
    "[::1], true",
    "[::1]:8080, true",
    "evil.example, false",
    "calls.example.evil.example, false",
    "sub.calls.example, false",
    "calls.example., false",
    "intranet, false",
    "intranet:8081, false",
    "tls.example:80, false",
    "localhost, false",
    "127.0.0.1, false",
    "[::2], false"
  })
  void aServerThatKnowsItsNamesTakesNoOther(String host, boolean taken) {
    Optional<Key<?>> expected = taken ? TAKEN : Optional.of(Key.HOSTS);
    assertEquals(expected, NAMED.refusal(List.of("http://" + host), List.of(host)));
    assertEquals(expected, NAMED.refusal(List.of(), List.of(host)));
  }

  private static OriginRule rule(Map<String, String> settings) {
    Configuration configuration = Settings.of(settings);
    return new OriginRule(configuration.get(Key.ALLOWED_ORIGINS), configuration.get(Key.HOSTS));
  }
}
