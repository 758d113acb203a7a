package io.github.usermediaplug.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {

  @ParameterizedTest(name = "{0} units cost {1} messages more")
  @CsvSource({"0, 0", "1, 0", "10, 0", "11, 1", "20, 1", "21, 2", "200, 19", "5000, 499"})
  void aMessagePaysForTenUnits(long units, long surplus) {
    assertEquals(surplus, Price.surplus(units));
  }

  @ParameterizedTest(name = "{0} bytes are {1} units")
  @CsvSource({"0, 0", "4095, 0", "4096, 1", "65536, 16", "655360, 160"})
  void bytesAreCountedByFourKibibytes(long bytes, long units) {
    assertEquals(units, Price.ofBytes(bytes));
  }
}
