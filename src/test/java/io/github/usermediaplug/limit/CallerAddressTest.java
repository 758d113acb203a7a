package io.github.usermediaplug.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.socket.FakeSession;
import io.github.usermediaplug.socket.MemoryOwner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:1::1, 2001:db8:1:0:0:0:0:0/48",
    "2001:db8:1:ffff::1, 2001:db8:1:0:0:0:0:0/48",
    "2001:db8:2:1::1, 2001:db8:2:0:0:0:0:0/48",
    "64:ff9b::c000:207, 192.0.2.7"
  })
  void thoseOfOneSiteKeepMemoryOnOneAccount(String address, String site) {
    FakeSession client = new FakeSession();
    Callers.comesFrom(client, address);
    assertEquals(MemoryOwner.address(site), CallerAddress.memoryOwner(client.session));
  }
}
