package io.github.usermediaplug.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

  @Test
  void withoutAnySourceTheContractsDefaultsHold() {
    Configuration configuration = new Configuration();
    configuration.read(key -> Optional.empty());
    assertEquals(Duration.ofSeconds(30), configuration.get(Key.RING_TIMEOUT));
    assertEquals(4L << 20, configuration.get(Key.MEDIA_BACKLOG));
    assertEquals(Optional.empty(), configuration.get(Key.STORE_FILE));
  }

  @ParameterizedTest
  @CsvSource({
    "ring-timeout, 500ms, PT0.5S",
    "ring-timeout, 2m, PT2M",
    "media-timeout, 0, PT0S",
    "window, 65536, 65536",
    "window, 64KiB, 65536",
    "peers-per-user, 7, 7"
  })
  void aValueIsReadByItsType(String name, String text, String value) {
    assertEquals(value, String.valueOf(with(name, text).get(key(name))));
  }

  @ParameterizedTest
  @CsvSource({
    "ring-timeout, 30",
    "ring-timeout, -1s",
    "ring-timeout, 25h",
    "window, 0",
    "window, 1GB",
    "window, 2048MiB",
    "peers-per-user, 0",
    "peers-per-user, many",
    "identity, magic",
    "login, me",
    "call-policy, friends",
    "token-algorithm, none",
    "token-skew, 30",
    "connections-per-user, 0",
    "hosts, https://a.example",
    "hosts, a.example/calls",
    "hosts, me@a.example",
    "hosts, a.example:",
    "hosts, a.example:65536",
    "hosts, *.example",
    "hosts, [::1"
  })
  void aValueThatIsNotAllowedIsRefusedByNameValueAndWhatIs(String name, String text) {
    InvalidSetting refused = assertThrows(InvalidSetting.class, () -> with(name, text));
    assertTrue(refused.getMessage().startsWith(name + " is '" + text + "', allowed is "));
    assertTrue(refused.getMessage().contains(key(name).variable()));
  }

  @ParameterizedTest
  @CsvSource({"token-algorithm", "identity", "ring-timeout", "text-limit", "peers-per-user"})
  void aLongValueThatIsNotAllowedMayBeAKeyInTheWrongPlaceAndIsNotQuoted(String name) {
    String key = "c2VjcmV0IG9mIHNvbWVib2R5IHdobyBtaXN0b29rIGE=";
    InvalidSetting refused = assertThrows(InvalidSetting.class, () -> with(name, key));
    assertFalse(refused.getMessage().contains(key), refused.getMessage());
    assertTrue(refused.getMessage().startsWith(name + " has a value of 44 characters"));
    assertTrue(refused.getMessage().contains(", allowed is "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/srv/a\nb.json", "a\u0000b", "-----BEGIN PRIVATE KEY-----"})
  void aFileThatNobodyMeansIsRefusedAndNotQuoted(String file) {
    InvalidSetting refused = assertThrows(InvalidSetting.class, () -> with("store-file", file));
    assertFalse(refused.getMessage().contains(file), refused.getMessage());
    assertTrue(refused.getMessage().contains("allowed is the path of a file"));
  }

  @Test
  void everySettingIsDocumentedWithItsDefault() throws IOException {
    String operations = Files.readString(Path.of("docs/operations.md"));
    for (Key<?> key : Key.ALL) {
      String row =
          "| `"
              + key.name()
              + "` | "
              + (key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`");
      assertTrue(operations.contains(row), row);
    }
  }

  private static Configuration with(String name, String text) {
    Configuration configuration = new Configuration();
    configuration.read(key -> Optional.of(text).filter(value -> key.name().equals(name)));
    return configuration;
  }

  private static Key<?> key(String name) {
    return Key.ALL.stream().filter(key -> key.name().equals(name)).findFirst().orElseThrow();
  }
}
