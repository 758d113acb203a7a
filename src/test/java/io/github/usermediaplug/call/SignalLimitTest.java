package io.github.usermediaplug.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalLimitTest {

  @ParameterizedTest(name = "of signals of {0} bytes {1} are let through")
  @CsvSource({"0, 64", "100, 64", "4096, 64", "4097, 63", "61440, 4", "65536, 4", "262145, 0"})
  void soManyAndSoMuchAreSignalledWhileItRings(int size, int admitted) {
    SignalLimit limit = new SignalLimit();
    int sent = 0;
    while (limit.admits(size)) {
      limit.add(size);
      sent++;
    }
    assertEquals(admitted, sent);
  }
}
