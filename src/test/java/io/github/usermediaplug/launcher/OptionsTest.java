package io.github.usermediaplug.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @ParameterizedTest
  @CsvSource({"64, 48", "2048, 1536", "100000, 4000"})
  void oneAddressDoesNotGetAllConnections(int connections, int ofOneAddress) {
    Options options = parsed("--connections", Integer.toString(connections));
    assertEquals(connections, options.connections());
    assertEquals(ofOneAddress, options.connectionsPerAddress());
  }

  @Test
  void withoutTheOptionThereAreAsManyAsFit() {
    assertEquals(Capacity.ofThisProcess(), parsed().connections());
  }

  @ParameterizedTest
  @ValueSource(strings = {"63", "-1", "", "many", "10000000"})
  void noOtherNumberIsTaken(String connections) {
    assertThrows(IllegalArgumentException.class, () -> parsed("--connections", connections));
  }

  private static Options parsed(String... arguments) {
    return Options.parse(arguments, Map.of()).orElseThrow();
  }
}
