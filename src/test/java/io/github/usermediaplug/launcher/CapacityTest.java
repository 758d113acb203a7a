package io.github.usermediaplug.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {
  private static final long MIB = 1 << 20;

  @ParameterizedTest
  @CsvSource({
    "256, 1048576, 2048",
    "1024, 1048576, 8192",
    "1024, 1024, 768",
    "1024, 100, 64",
    "1, 1048576, 64",
    "1024, -1, 64",
    "9000000000, 9223372036854775807, 2147483647"
  })
  void itIsWhatHeapAndOpenFilesAllow(long heapMebibytes, long files, int connections) {
    assertEquals(connections, Capacity.connections(heapMebibytes * MIB, files));
  }
}
